"""The practice service: a real HTTP server on loopback with drawn faces."""
