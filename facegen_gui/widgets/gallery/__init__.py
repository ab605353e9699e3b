"""The gallery: an arithmetic view, its tiles, and the panel around it. Knows models, not the worker."""
