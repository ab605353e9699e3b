"""What the widgets show, in the GUI thread."""
