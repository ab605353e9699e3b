"""Threads: the fetch worker and the decode pool. Events go up, commands come down."""
