import { describe, expect, it } from 'vitest';
import { initialViewState, viewReducer, type ViewAction } from '../../renderer/app/view-state.ts';

function after(...actions: readonly ViewAction[]) {
  return actions.reduce(viewReducer, initialViewState);
}

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

  it('does nothing at the beginning', () => {
    expect(after({ type: 'back' })).toEqual(initialViewState);
  });

  it('is forgotten, with the query, when another library is opened', () => {
    const state = after({ type: 'type-query', query: 'pull' }, { type: 'show', view: 'library' }, { type: 'forget' });
    expect(state).toEqual({ place: { view: 'library', query: '' }, back: [], isTyping: false });
  });
});

describe('typing', () => {
  it('in another view shows the messages', () => {
    expect(after({ type: 'show', view: 'library' }, { type: 'type-query', query: 'x' }).place.view).toBe('messages');
  });
});
