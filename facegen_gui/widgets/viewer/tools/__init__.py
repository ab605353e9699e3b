"""What stands around a large picture: buttons, verdicts, and what is known of it."""
