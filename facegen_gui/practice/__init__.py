"""The practice service: a real HTTP server on loopback that answers as the real one does, with drawn faces.

Used by practice mode, the self-test and the tests; nothing of it is reached in everyday use. `cases` lists
the job IDs that bring each kind of answer about, `server` serves them, `faces` draws the pictures.
"""
