"""What a job, an ID, a picture and a failure are. Standard library only.

From paste to picture, one crossing each way:

1. The paste panel shows live what `job_ids` recognises; Fetch, Ctrl+Enter or a start with IDs emits them.
2. `FetchWorker.add` carries them into the worker's thread.
3. The worker writes the jobs into the library, then tells of them: from here on a crash loses nothing.
4. `FetchJob` asks the service, and `transitions` says what its answer makes of the job: wait as `schedule`
   says and ask again, or download. A picture goes into a temporary file, is verified by decoding it (which
   makes the thumbnail in the same step), put on disk for good, and then entered into the library.
5. Events are collected and cross back as one list per tick, at most 60 a second.
6. `JobStore.apply` replaces frozen values; the models insert rows in batches.
7. The view paints. A thumbnail that is not in memory is loaded for visible rows only.

Saving: the window's wish becomes a list of `SaveItem`s; the worker copies byte for byte into a temporary file
in the folder, puts it on disk, and gives it its name without ever replacing a file it did not write.

The key: dialog, worker, `KeyStore` in a thread of its own, client. It goes into the body of the call to the
server and nowhere else.

Starting: the window is painted first. Then the worker opens the library and tells what it remembers in
chunks, the key is read, and unfinished jobs go on. Stopping cancels everything and joins; nothing that was
promised is lost.
"""
