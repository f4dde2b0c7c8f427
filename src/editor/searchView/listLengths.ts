/**
 * What the list shows at once: it takes two fifths of the window, and a passage 44 pixels, so that a window of 1,540 pixels shows no more; a taller one is filled when the
 * rest comes. Each line costs time at each key.
 */
export const firstHits = 14;
/** Nobody scrolls further in a list of this kind; the last line leads to all of them. */
export const maxHits = 50;
/** Of mentions no line leads to all of them; as many as are listed as references. The line above says how many there are. */
export const maxMentions = 400;
/** Who types no further for so long gets the lines below those that are seen, and the buttons of all. Longer than between two keys or two words, since drawing them would keep the next key waiting. */
export const restAfterMs = 500;
