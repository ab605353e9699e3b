"""What a picture's saved copy is called, with the sub-folder of its batch, whoever asks for the save."""

from facegen_gui.domain.file_names import file_name, folder_name
from facegen_gui.domain.job import Batch, Job, Picture
from facegen_gui.domain.media import extension_for, is_raster
from facegen_gui.domain.saves import SaveFormat, SaveOptions


def save_name(job: Job, picture: Picture, batch: Batch | None, options: SaveOptions) -> str:
    """A `SaveItem.name`. Files that are no pictures are never converted and keep their extension."""
    media_type = picture.media_type
    if options.format is not SaveFormat.as_received and is_raster(media_type):
        media_type = f"image/{options.format.value}"
    batch_name = batch.name if batch is not None else ""
    name = file_name(
        options.pattern,
        job_id=job.id,
        number=picture.key.number,
        label=job.label,
        when=picture.fetched_at or job.added_at,
        batch=batch_name,
        extension=extension_for(media_type),
    )
    if not options.batch_folders:
        return name
    created = batch.created_at if batch is not None else job.added_at
    return f"{folder_name(batch_name, created)}/{name}"
