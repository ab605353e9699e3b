"""A loopback server that misbehaves on the wire, as a library for tests of every layer."""
