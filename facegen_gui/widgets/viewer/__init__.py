"""Pictures shown large: one at a time, or two to four compared. Views only; wishes leave as signals."""
