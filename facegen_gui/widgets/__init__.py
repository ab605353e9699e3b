"""The window and everything in it. Emits wishes as signals; never waits, never writes files."""
