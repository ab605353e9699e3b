"""Windows that ask or tell one thing. Opened without blocking; answers leave as signals."""
