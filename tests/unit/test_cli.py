"""What words on the command line mean."""

from pathlib import Path

import pytest

from facegen_gui import __version__
from facegen_gui.cli import Arguments, CommandLineError, parse_arguments
from facegen_gui.domain.text_files import LARGEST_TEXT


def test_no_words_ask_for_nothing() -> None:
    assert parse_arguments([]) == Arguments()


def test_ids_links_and_options_may_stand_in_any_order(tmp_path: Path) -> None:
    words = ["101", "--debug", "https://x.test/fetch/102", "--profile", str(tmp_path), "103"]
    assert parse_arguments(words) == Arguments(
        text="101\nhttps://x.test/fetch/102\n103", debug=True, profile=tmp_path
    )


def test_a_relative_profile_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse_arguments(["--profile=p"]).profile == tmp_path / "p"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"101\n102\n", "101\n102\n"),
        ("101\n".encode("utf-8-sig"), "101\n"),
        ("101 Zoë\n".encode("utf-16"), "101 Zoë\n"),
        ("101 Zoë\n".encode("utf-32"), "101 Zoë\n"),
        ("101 Zoë\n".encode("cp1252"), "101 Zoë\n"),
    ],
)
def test_text_files_are_read_in_every_usual_encoding(tmp_path: Path, data: bytes, text: str) -> None:
    file = tmp_path / "my list.txt"
    file.write_bytes(data)
    assert parse_arguments([str(file)]).text == text
    assert parse_arguments([file.as_uri()]).text == text


def test_a_file_that_is_named_like_an_id_is_an_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("12202888").write_text("something else")
    assert parse_arguments(["12202888"]).text == "12202888"


def test_a_sentence_is_pasted_as_it_is() -> None:
    assert parse_arguments(["jobs 101 and 102, thanks"]).text == "jobs 101 and 102, thanks"


@pytest.mark.parametrize(
    ("words", "text"), [(["--", "-abc"], "-abc"), (["-5"], "-5"), (["1", "--", "2"], "1\n2")]
)
def test_ids_may_begin_with_a_hyphen(words: list[str], text: str) -> None:
    assert parse_arguments(words).text == text


@pytest.mark.parametrize(
    "url", ["https://example.test/api/", "http://127.0.0.1:8080/api", "http://[::1]:9/x"]
)
def test_servers_are_https_or_on_this_computer(url: str) -> None:
    assert parse_arguments(["--server", url]).server == url.rstrip("/")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--server", "http://example.test/api"], "https://"),
        (["--server", "https://"], "https://"),
        (["--server", "https://x.test", "--demo"], "leave --server out"),
        (["--dmeo"], "no option --dmeo"),
        (["-abc"], "two hyphens: -- -abc"),
        (["--prof", "x"], "no option --prof"),
        (["--profile"], "--profile"),
        (["--report", "x"], "--self-test or --demo"),
        (["no such list.txt"], "There is no file"),
    ],
)
def test_bad_arguments_are_answered_with_a_sentence(words: list[str], told: str) -> None:
    with pytest.raises(CommandLineError, match=told):
        parse_arguments(words)


def test_what_is_no_list_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    with pytest.raises(CommandLineError, match="not a text file"):
        parse_arguments([str(tmp_path / "picture.csv")])
    with pytest.raises(CommandLineError, match="cannot be read"):
        parse_arguments([str(tmp_path)])


def test_as_much_is_taken_as_the_box_takes(tmp_path: Path) -> None:
    full, more, film = tmp_path / "full.txt", tmp_path / "more.txt", tmp_path / "film.txt"
    full.write_text("1" * LARGEST_TEXT)
    assert len(parse_arguments([str(full)]).text) == LARGEST_TEXT
    more.write_text("1" * (LARGEST_TEXT + 1))
    with film.open("wb") as file:
        file.truncate(100_000_000)
    for words in ([str(more)], [str(film)], [str(full), "101"]):
        with pytest.raises(CommandLineError, match=r"1,000,000 characters .* several files"):
            parse_arguments(words)


def test_a_profile_within_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CommandLineError, match=r"file is not a folder\.$"):
        parse_arguments(["--profile", str(tmp_path / "file" / "x" / "y")])


def test_a_profile_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CommandLineError, match="not a folder"):
        parse_arguments(["--profile", str(tmp_path / "file")])


def test_words_that_no_file_can_be_named_are_text() -> None:
    assert parse_arguments(["x " * 4000]).text == "x " * 4000


def test_the_platform_goes_to_qt() -> None:
    assert parse_arguments(["-platform", "offscreen"]).qt_arguments == ("-platform", "offscreen")


@pytest.mark.parametrize(("word", "told"), [("--version", __version__), ("-h", "practice mode")])
def test_version_and_help_are_told_and_end_well(
    word: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        parse_arguments([word])
    assert end.value.code == 0
    assert told in capsys.readouterr().out


def test_a_program_without_standard_output_survives_being_asked_for_help(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    with pytest.raises(SystemExit):
        parse_arguments(["--help"])


@pytest.mark.parametrize(
    "words",
    [["--server", ""], ["--profile", ""], ["--self-test", "101"], ["--self-test", "--profile", "P"]],
)
def test_words_that_would_be_passed_over_are_refused(words: list[str]) -> None:
    with pytest.raises(CommandLineError):
        parse_arguments(words)
