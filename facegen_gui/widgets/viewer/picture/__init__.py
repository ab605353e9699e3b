"""One picture on its canvas: its pixels, how it is zoomed and panned, and words over it."""
