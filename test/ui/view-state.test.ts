import { describe, expect, it } from 'vitest';
import { initialViewState, viewReducer, type ListPosition, type ViewAction } from '../../renderer/app/view-state.ts';

function after(...actions: readonly ViewAction[]) {
  return actions.reduce((state, action) => viewReducer(state, { action, leftAt: null }), initialViewState);
}

const standing: ListPosition = { topId: 'm7', topOffset: -12, activeId: 'm9', openId: null };
const context = { view: 'messages', query: 'in:general near:m9', position: null } as const;

describe('going back', () => {
  it('leads to the view before', () => {
    const state = after({ type: 'show', view: 'library' }, { type: 'back' });
    expect(state).toMatchObject({ place: { view: 'messages', query: '' }, back: [] });
  });

  it('takes a word typed letter by letter as one step', () => {
    const typed = after(
      { type: 'type-query', query: 'p' },
      { type: 'type-query', query: 'pu' },
      { type: 'end-typing' },
      { type: 'type-query', query: 'pub' },
    );
    expect(typed.back.map(({ query }) => query)).toEqual(['', 'pu']);
  });

  it('leads to where the list stood when the place was left', () => {
    const searched = after({ type: 'type-query', query: 'wipe' });
    const opened = viewReducer(searched, { action: { type: 'open', place: context }, leftAt: standing });
    expect(opened.place).toEqual(context);
    const back = viewReducer(opened, { action: { type: 'back' }, leftAt: null });
    expect(back.place).toEqual({ view: 'messages', query: 'wipe', position: standing });
  });

  it('can be taken back by going forward, until another way is taken', () => {
    const there = { ...standing, topId: 'm8' };
    const opened = viewReducer(initialViewState, { action: { type: 'open', place: context }, leftAt: standing });
    const back = viewReducer(opened, { action: { type: 'back' }, leftAt: there });
    const forward = viewReducer(back, { action: { type: 'forward' }, leftAt: standing });
    expect(forward.place).toEqual({ ...context, position: there });
    expect(forward.back.at(-1)?.position).toEqual(standing);
    const elsewhere = viewReducer(back, { action: { type: 'set-query', query: 'kill' }, leftAt: null });
    expect(elsewhere.forward).toEqual([]);
  });

  it('does nothing at the beginning', () => {
    expect(after({ type: 'back' }, { type: 'forward' })).toEqual(initialViewState);
  });

  it('is forgotten, with the query, when another library is opened', () => {
    const state = after({ type: 'type-query', query: 'pull' }, { type: 'show', view: 'library' }, { type: 'forget' });
    expect(state).toEqual({ ...initialViewState, place: { view: 'library', query: '', position: null } });
  });
});

describe('typing', () => {
  it('in the library shows the messages', () => {
    expect(after({ type: 'show', view: 'library' }, { type: 'type-query', query: 'x' }).place.view).toBe('messages');
  });

  it('in the live log searches there', () => {
    expect(after({ type: 'show', view: 'live' }, { type: 'type-query', query: 'x' }).place.view).toBe('live');
  });

  it('that led nowhere is taken back to the place before', () => {
    const state = after(
      { type: 'set-query', query: 'wipe' },
      { type: 'type-query', query: 'raidscope://message/none' },
      { type: 'undo-typing', query: 'raidscope://message/none' },
    );
    expect(state).toMatchObject({ place: { query: 'wipe' }, isTyping: false });
    expect(state.back).toHaveLength(1);
  });
});

describe('a view', () => {
  it('is found again with the query that it was left with', () => {
    const state = after(
      { type: 'set-query', query: 'wipe' },
      { type: 'show', view: 'live' },
      { type: 'set-query', query: 'server:Ravenmoor' },
      { type: 'show', view: 'messages' },
    );
    expect(state.place).toMatchObject({ view: 'messages', query: 'wipe' });
    expect(viewReducer(state, { action: { type: 'show', view: 'live' }, leftAt: null }).place.query).toBe(
      'server:Ravenmoor',
    );
  });
});
