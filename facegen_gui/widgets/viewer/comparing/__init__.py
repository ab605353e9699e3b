"""The parts of the comparison: panes side by side, and two pictures in one place."""
