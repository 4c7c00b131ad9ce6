"""Bytes to text: declared, lying, broken and missing encodings; and that nothing else is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.report import Document
from onrecord.reports.decoding import decode

WORDS = "“The café’s roof – all of it – is gone,” she said.\n"


def document(body, *, media="text", charset=None):
    return Document(address="a", location=None, body=body, media=media, charset=charset)


def page(charset):
    return f'<html><head><meta charset="{charset}"></head><body>{WORDS}</body></html>'


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        pytest.param(WORDS.encode(), None, id="UTF-8"),
        pytest.param(WORDS.encode("utf-8-sig"), None, id="UTF-8 with its mark"),
        pytest.param(WORDS.encode("utf-16"), None, id="UTF-16 with its mark"),
        pytest.param(WORDS.encode("utf-16-le"), None, id="UTF-16 without, little end first"),
        pytest.param(WORDS.encode("utf-16-be"), None, id="UTF-16 without, big end first"),
        pytest.param(WORDS.encode("utf-32"), None, id="UTF-32"),
        pytest.param(WORDS.encode("cp1252"), "windows-1252", id="declared"),
        pytest.param(WORDS.encode("cp1252"), "iso-8859-1", id="declared as Latin-1, written in Windows-1252"),
        pytest.param(WORDS.encode(), "iso-8859-1", id="a lie: it is UTF-8"),
        pytest.param(WORDS.encode(), "no-such-charset", id="an unknown charset"),
    ],
)
def test_the_text_is_decoded_without_a_doubt(body, charset):
    decoded = decode(document(body, charset=charset))
    assert (decoded.text, decoded.doubts) == (WORDS, ())


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        pytest.param("windows-1252", "cp1252", id="in its head"),
        pytest.param("koi8-r", "utf-8", id="a lying head"),
        pytest.param("utf-8", "utf-8", id="the usual"),
    ],
)
def test_a_page_may_declare_its_charset_in_its_head(declared, written):
    decoded = decode(document(page(declared).encode(written), media="html"))
    assert decoded.text is not None
    assert WORDS in decoded.text
    assert decoded.doubts == ()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(WORDS.encode("cp1252"), "guessed-encoding", id="Windows-1252, undeclared"),
        pytest.param(
            ("Паром сел на мель у Порт-Левена. " * 9).encode("cp1251"), "guessed-encoding", id="Cyrillic"
        ),
        pytest.param(WORDS.encode() * 9 + b"\xe2\x80", "damaged-encoding", id="UTF-8 cut in a character"),
        pytest.param(b"Port \x00\x00 Leven", "control-characters", id="zeros"),
        pytest.param(
            "Port \ud800 Leven".encode("utf-8", "surrogatepass"), "control-characters", id="a lone surrogate"
        ),
        pytest.param(
            b"\xff\xfe" + "Port \ud800".encode("utf-16-le", "surrogatepass"), "damaged-encoding", id="in 16"
        ),
    ],
)
def test_a_doubt_is_told(body, kind):
    decoded = decode(document(body))
    assert [doubt[0] for doubt in decoded.doubts] == [kind]
    assert decoded.text is not None
    assert "\x00" not in decoded.text
    decoded.text.encode("utf-8")


def test_undeclared_windows_text_keeps_its_marks():
    assert decode(document(WORDS.encode("cp1252"))).text == WORDS


def test_line_ends_become_newlines_and_nothing_else_is_changed():
    text = "  one\r\n\ttwo\rthree \u2028 four\u00a0\x0b\n\n"
    assert decode(document(text.encode())).text == "  one\n\ttwo\nthree \u2028 four\u00a0\x0b\n\n"


@given(
    st.text(
        alphabet=st.characters(exclude_characters="\r\x00\ufeff", exclude_categories=["Cs"]), max_size=300
    )
)
def test_utf8_comes_back_exactly(text):
    decoded = decode(document(text.encode()))
    # Zeros in every other place can't be had without NUL, so no text is taken for UTF-16.
    assert (decoded.text, decoded.doubts) == (text, ())


@given(
    st.binary(max_size=400),
    st.sampled_from([None, "utf-8", "latin-1", "utf-16", "shift_jis", "rot13", "zlib"]),
)
def test_no_bytes_break_it_and_what_comes_can_be_kept(body, charset):
    decoded = decode(document(body, media="html", charset=charset))
    if decoded.text is not None:
        decoded.text.encode("utf-8")
        assert "\x00" not in decoded.text
        assert "\r" not in decoded.text
