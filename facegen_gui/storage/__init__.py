"""Keyring, library, files and settings. Knows neither Qt nor the network."""
