"""Connects the window to the worker, one concern a module. Nothing below knows of it."""
