"""Picture files arrive whole, under names that lead back to server, job and number."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from facegen_gui.domain.failures import FaceGenError, FailureKind
from facegen_gui.domain.job import PictureKey
from facegen_gui.storage.picture_files import PictureFiles, server_of_slug, server_slug
from facegen_gui.storage.profile import Profile
from tests.unit.storage.conftest import fill, read_only, writable
from tests.unit.storage.samples import PNG, SERVER, keep_picture

KEY = PictureKey("12202888", 1)

SERVERS = [
    SERVER,
    "https://MODELSLAB.com/api/v1/enterprise",
    "https://modelslab.com/API/v1/enterprise",
    "https://modelslab.com/api/v1+enterprise",
    "https://modelslab.com:8443/api",
    "http://127.0.0.1:8080/api/v1/enterprise",
    "http://[::1]:8080/api",
    "https://bücher.example/ä%20b/~c",
]


def test_a_kept_picture_has_its_bytes_at_the_place_that_its_file_names(profile: Profile) -> None:
    files = PictureFiles(profile, SERVER)
    temporary = files.temporary()
    temporary.write_bytes(PNG)
    file = files.keep(temporary, KEY, ".png")
    assert file == "pictures/modelslab.com+api+v1+enterprise/12202888_1.png"
    assert profile.absolute(file).read_bytes() == PNG
    assert not temporary.exists()


def test_temporary_paths_are_fresh_and_on_the_disk_of_the_kept_ones(profile: Profile) -> None:
    files = PictureFiles(profile, SERVER)
    paths = {files.temporary() for _ in range(100)}
    assert len(paths) == 100
    assert all(profile.pictures in path.parents and path.parent.is_dir() for path in paths)
    assert not any(path.exists() for path in paths)


def test_sweeping_deletes_what_earlier_runs_left_and_nothing_else(profile: Profile) -> None:
    earlier, other = PictureFiles(profile, SERVER), PictureFiles(profile, "http://localhost:1/x")
    left = [earlier.temporary(), other.temporary()]
    now = PictureFiles(profile, SERVER)
    mine = now.temporary()
    kept = profile.absolute(keep_picture(profile, "1").file)
    theirs = [kept.with_name("part-of-mine.tmp"), kept.with_name("a.tmp"), profile.pictures / "b.tmp"]
    for path in (*left, mine, *theirs):
        path.touch()
    assert now.sweep() == 2
    assert not any(path.exists() for path in left)
    assert all(path.exists() for path in (mine, kept, *theirs))


def test_sweeping_deletes_half_thumbnails_of_other_processes_only(profile: Profile) -> None:
    files = PictureFiles(profile, SERVER)
    thumbnail = files.thumbnail_path(PictureKey("1", 1))
    left = thumbnail.with_name(f"{thumbnail.name}.{os.getpid() + 1}-140.part")
    mine = thumbnail.with_name(f"{thumbnail.name}.{os.getpid()}-140.part")
    for path in (thumbnail, left, mine):
        path.touch()
    assert files.sweep() == 1
    assert [path.exists() for path in (thumbnail, left, mine)] == [True, False, True]


def test_sweeping_without_a_pictures_folder_is_nothing(profile: Profile) -> None:
    assert PictureFiles(profile, SERVER).sweep() == 0


def test_files_that_no_row_names_are_found_with_their_keys(profile: Profile) -> None:
    known = keep_picture(profile, "1")
    stray = keep_picture(profile, "AbC")
    found = PictureFiles(profile, SERVER).strays({known.file})
    assert found == {PictureKey("AbC", 1): stray.file}


def test_files_that_somebody_took_away_are_missing(profile: Profile) -> None:
    files = PictureFiles(profile, SERVER)
    here, gone = keep_picture(profile, "1").file, keep_picture(profile, "2").file
    profile.absolute(gone).unlink()
    assert files.missing({here, gone}) == {gone}
    shutil.rmtree(profile.absolute(here).parent)
    profile.pictures.joinpath("another server").mkdir()
    assert files.missing({here, gone}) == {here, gone}
    assert files.missing(()) == set()


def test_a_deleted_pictures_folder_takes_all_its_files_along(profile: Profile) -> None:
    file = keep_picture(profile, "1").file
    shutil.rmtree(profile.pictures)
    assert PictureFiles(profile, SERVER).missing({file}) == {file}


@pytest.mark.parametrize("how", ["not mounted", "not connected", "profile away", "a file instead"])
def test_of_files_on_a_disk_that_is_away_nothing_is_said(profile: Profile, tmp_path: Path, how: str) -> None:
    file = keep_picture(profile, "1").file
    profile.pictures.rename(tmp_path / "elsewhere")
    match how:
        case "not mounted":
            profile.pictures.mkdir()
        case "not connected":
            profile.pictures.symlink_to(tmp_path / "unplugged")
        case "profile away":
            profile.root.rename(tmp_path / "away")
        case "a file instead":
            profile.pictures.touch()
    with pytest.raises(FaceGenError) as caught:
        PictureFiles(profile, SERVER).missing({file})
    assert caught.value.failure.kind is FailureKind.folder_missing
    assert caught.value.failure.path == str(profile.pictures)


def test_a_folder_on_a_disk_that_is_away_is_told_as_missing(profile: Profile, tmp_path: Path) -> None:
    profile.root.mkdir()
    profile.pictures.symlink_to(tmp_path / "unplugged")
    with pytest.raises(FaceGenError) as caught:
        PictureFiles(profile, SERVER).temporary()
    assert caught.value.failure.kind is FailureKind.folder_missing


def test_thumbnails_without_a_picture_are_swept_once_they_have_settled(profile: Profile) -> None:
    files = PictureFiles(profile, SERVER)
    known = keep_picture(profile, "1").file
    wanted, old, new = (files.thumbnail_path(PictureKey(job_id, 1)) for job_id in ("1", "2", "3"))
    other = old.with_name("notes.txt")
    for path in (wanted, old, new, other):
        path.write_bytes(b"thumbnail")
    for path in (wanted, old, other):
        os.utime(path, (1_000_000, 1_000_000))
    assert files.sweep_thumbnails({known}) == 1
    assert [path.exists() for path in (wanted, old, new, other)] == [True, False, True, True]


def test_thumbnails_of_purged_pictures_are_dropped(profile: Profile) -> None:
    files = PictureFiles(profile, SERVER)
    mine, other = files.thumbnail_path(PictureKey("1", 1)), files.thumbnail_path(PictureKey("2", 1))
    for path in (mine, other):
        path.write_bytes(b"thumbnail")
    picture = keep_picture(profile, "1")
    files.drop_thumbnails([profile.absolute(picture.file), profile.pictures / "gone" / "9_1.png"])
    assert not mine.exists()
    assert other.exists()


def test_every_server_has_a_folder_of_its_own_on_every_disk() -> None:
    slugs = [server_slug(server) for server in SERVERS]
    assert len({slug.casefold() for slug in slugs}) == len(SERVERS)
    assert not any(set(slug) & set('<>:"/\\|?*') for slug in slugs)


@pytest.mark.parametrize("server", SERVERS)
def test_the_folder_names_the_server(server: str) -> None:
    assert server_of_slug(server_slug(server), known="https://another.example") == server


def test_a_server_too_long_for_a_folder_is_told_again_only_while_it_is_in_use() -> None:
    server = "https://example.com/" + "abc/" * 100
    slug = server_slug(server)
    assert len(slug) <= 120
    assert slug != server_slug(server + "d")
    assert server_of_slug(slug, known=server) == server
    assert server_of_slug(slug, known=SERVER) is None


@pytest.mark.parametrize("folder", ["Holiday", "my pictures", "a%2Fb", "%zz"])
def test_a_folder_that_is_none_of_ours_names_no_server(folder: str) -> None:
    assert server_of_slug(folder, known=SERVER) is None


def test_a_picture_that_is_here_is_kept_on_a_full_disk_too(small_disk: Callable[[str], Path]) -> None:
    profile = Profile.at(small_disk("256k"))
    files = PictureFiles(profile, SERVER)
    temporary = files.temporary()
    temporary.write_bytes(PNG)
    fill(profile.root)
    assert profile.absolute(files.keep(temporary, KEY, ".png")).read_bytes() == PNG


def test_a_folder_that_may_not_be_written_is_told(small_disk: Callable[[str], Path]) -> None:
    disk = small_disk("256k")
    files = PictureFiles(Profile.at(disk), SERVER)
    temporary = files.temporary()
    temporary.write_bytes(PNG)
    read_only(disk)
    with pytest.raises(FaceGenError) as caught:
        files.keep(temporary, KEY, ".png")
    assert caught.value.failure.kind is FailureKind.folder_not_writable
    assert caught.value.failure.path == str(temporary.parent)
    writable(disk)
    files.keep(temporary, KEY, ".png")


def test_a_pictures_folder_that_somebody_deleted_is_told(profile: Profile) -> None:
    files = PictureFiles(profile, SERVER)
    temporary = files.temporary()
    temporary.parent.rmdir()
    with pytest.raises(FaceGenError) as caught:
        files.keep(temporary, KEY, ".png")
    assert caught.value.failure.kind is FailureKind.folder_missing
    assert files.temporary().parent.is_dir()
