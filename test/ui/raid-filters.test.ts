import { describe, expect, it } from 'vitest';
import {
  asksForResults,
  chooseServer,
  serverAskedFor,
  toggleDifficulty,
  toggleResults,
  withPlayer,
} from '../../renderer/raids/raid-filters.ts';

describe('quick filters', () => {
  it('put kills only in the text, and take it out again', () => {
    const on = toggleResults('boss:voidmaw', ['kill']);
    expect(on).toBe('boss:voidmaw result:kill');
    expect(asksForResults(on, ['kill'])).toBe(true);
    expect(toggleResults(on, ['kill'])).toBe('boss:voidmaw');
  });

  it('ask for active raids instead of kills', () => {
    expect(toggleResults('result:kill', ['live', 'preparing'])).toBe('result:live,preparing');
    expect(asksForResults('result:live,preparing', ['live', 'preparing'])).toBe(true);
    expect(asksForResults('result:live,kill', ['live', 'preparing'])).toBe(false);
  });

  it('know a filter by what it means', () => {
    expect(asksForResults('RESULT:Kill', ['kill'])).toBe(true);
    expect(asksForResults('-result:kill', ['kill'])).toBe(false);
  });

  it('gather difficulties in one filter, and drop it with the last or all of them', () => {
    const one = toggleDifficulty('', 'hard');
    const two = toggleDifficulty(one, 'mythic');
    expect([one, two]).toEqual(['difficulty:hard', 'difficulty:hard,mythic']);
    expect(toggleDifficulty(two, 'hard')).toBe('difficulty:mythic');
    expect(toggleDifficulty(two, 'normal')).toBe('');
    expect(toggleDifficulty(one, 'hard')).toBe('');
  });

  it('choose one server of several, whatever it is called', () => {
    const servers = ['Ravenmoor', 'Pedra da Lua', '翡翠港'];
    const text = chooseServer('result:kill', 'Pedra da Lua', servers);
    expect(text).toBe('result:kill server:"Pedra da Lua"');
    expect(serverAskedFor(text, servers)).toBe('Pedra da Lua');
    expect(chooseServer(text, '翡翠港', servers)).toBe('result:kill server:翡翠港');
    expect(chooseServer(text, null, servers)).toBe('result:kill');
  });

  it('ask for pulls with one more player', () => {
    expect(withPlayer('with:Anna', 'Ben Böse')).toBe('with:Anna with:"Ben Böse"');
    expect(withPlayer('with:Anna', 'Anna')).toBe('with:Anna');
  });
});
