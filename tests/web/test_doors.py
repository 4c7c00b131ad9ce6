"""What is refused at the door, and to whom."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from onrecord.errors import AccessError
from onrecord.web.access import signing_in
from onrecord.web.access.asking import by_editor, by_reader
from onrecord.web.access.doors import API, SIGN_IN
from onrecord.web.access.keeper import COOKIE, Access
from onrecord.web.access.rates import RATES
from onrecord.web.access.tokens import remove
from onrecord.web.app import ROUTERS, app
from onrecord.web.settings import Settings
from tests.web.rooms import AWAY, at_home, away, csrf_of, signed_in, store_at, token_of

FORM = {"id": "e-x", "verdict": "wrong"}


@pytest.mark.parametrize(
    ("host", "let_in"),
    [
        pytest.param("127.0.0.1:8000", True, id="this-machine"),
        pytest.param("localhost:9000", True, id="another-port"),
        pytest.param("[::1]:8000", True, id="in-six"),
        pytest.param("LOCALHOST", True, id="capitals"),
        pytest.param("desk.example", False, id="a-name-pointed-here"),
        pytest.param("127.0.0.1.evil.example", False, id="begins-alike"),
        pytest.param("localhost@evil.example", False, id="user-part"),
        pytest.param("evil.example#localhost", False, id="fragment"),
        pytest.param("localhost:x", False, id="no-port"),
        pytest.param("", False, id="none"),
    ],
)
def test_at_home_only_its_own_names_are_answered(tmp_path: Path, host: str, let_in: bool) -> None:
    with at_home(tmp_path) as client:
        assert client.get("/rulings", headers={"host": host}).status_code == (200 if let_in else 421)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 403, id="no-form-token"),
        pytest.param({"sec-fetch-site": "cross-site"}, 403, id="cross-site"),
        pytest.param({"sec-fetch-site": "same-site"}, 403, id="a-neighbour"),
        pytest.param({"sec-fetch-site": "none"}, 403, id="typed-by-hand"),
        pytest.param({"origin": "https://evil.example"}, 403, id="other-origin"),
        pytest.param({"origin": "null"}, 403, id="null-origin"),
        pytest.param({"origin": "http://127.0.0.1:9999"}, 403, id="another-port-of-this-machine"),
        pytest.param({"origin": "http://127.0.0.1:8000"}, 403, id="ours-but-no-form-token"),
    ],
)
def test_posts_from_elsewhere_are_refused(tmp_path: Path, headers: dict[str, str], status: int) -> None:
    with at_home(tmp_path) as client:
        answer = client.post("/rule", data=FORM, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}])
def test_even_with_the_right_form_token_a_post_from_elsewhere_is_refused(
    tmp_path: Path, headers: dict[str, str]
) -> None:
    with at_home(tmp_path) as client:
        form = {"text": "Rain.", "csrf": csrf_of(client)}
        assert client.post("/reading/text", data=form, headers=headers).status_code == 403
        assert client.post("/reading/text", data=form, follow_redirects=False).status_code == 303


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip", "x-forwarded-host", "via"])
def test_at_home_nothing_comes_through_a_proxy(tmp_path: Path, header: str) -> None:
    with at_home(tmp_path) as client:
        assert client.get("/", headers={header: "10.0.0.1"}).status_code == 403


def test_every_page_that_changes_something_asks_for_its_forms_token() -> None:
    for router in (*ROUTERS, signing_in.router):
        for route in router.routes:
            if isinstance(route, APIRoute) and not route.path.startswith(API) and route.path != SIGN_IN:
                unsafe = (route.methods or set()) - {"GET", "HEAD", "OPTIONS"}
                calls = {each.call for each in route.dependant.dependencies}
                assert not unsafe or calls & {by_reader, by_editor}, f"{route.path} takes any form"


def test_every_answer_tells_the_browser_to_run_nothing_but_ours(tmp_path: Path) -> None:
    with at_home(tmp_path) as client:
        for path in ("/", "/rulings", "/nowhere", "/static/none.css"):
            headers = client.get(path).headers
            policy = headers["content-security-policy"]
            assert "unsafe" not in policy
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/rulings", "/stories/s-1", "/search?words=x", "/nowhere"])
def test_nobody_sees_a_page_before_signing_in(tmp_path: Path, path: str) -> None:
    with away(tmp_path) as client:
        answer = client.get(path, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(SIGN_IN)
    assert "Reyes" not in answer.text


def test_a_program_without_a_token_is_told_so(tmp_path: Path) -> None:
    with away(tmp_path) as client:
        answer = client.get("/api/v1/stories")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_program_shows_its_token(tmp_path: Path) -> None:
    token = token_of(tmp_path, "ada", "reader")
    with away(tmp_path) as client:
        assert client.get("/rulings", headers={"authorization": f"Bearer {token}"}).status_code == 200
        assert client.get("/rulings", headers={"authorization": f"Bearer {token}x"}).status_code == 401
        assert client.get("/rulings", headers={"authorization": f"Basic {token}"}).status_code == 401


def test_signing_in_goes_on_where_one_was(tmp_path: Path) -> None:
    token = token_of(tmp_path, "ada", "reader")
    with away(tmp_path) as client:
        first = client.get("/rulings?done=x")
        assert 'value="/rulings?done=x"' in first.text
        answer = client.post(
            "/sign-in", data={"token": token, "next": "/rulings?done=x"}, follow_redirects=False
        )
    assert answer.headers["location"] == "/rulings?done=x"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert token not in cookie


def test_behind_a_proxy_that_speaks_https_the_cookie_is_for_https_alone(tmp_path: Path) -> None:
    token = token_of(tmp_path, "ada", "reader")
    with away(tmp_path) as client:
        client.base_url = AWAY.replace("http:", "https:")
        answer = client.post("/sign-in", data={"token": token}, follow_redirects=False)
    assert "; secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize("token", ["", "onr_wrong", "a" * 5000, "\ud800", "<script>x</script>"])
def test_a_wrong_token_is_refused(tmp_path: Path, token: str) -> None:
    with away(tmp_path) as client:
        answer = client.post("/sign-in", content=f"token={token.encode('utf-8', 'replace')!r}".encode())
    assert answer.status_code == 403
    assert COOKIE not in answer.cookies
    assert "<script>x" not in answer.text


@pytest.mark.parametrize("cookie", ["x", "e30.", "e30.e30", "." * 2000, "eyJuYW1lIjoiYWRhIn0.AAAA"])
def test_forged_cookies_let_nobody_in(tmp_path: Path, cookie: str) -> None:
    token_of(tmp_path, "ada", "editor")
    with away(tmp_path) as client:
        answer = client.get("/rulings", headers={"cookie": f"{COOKIE}={cookie}"}, follow_redirects=False)
    assert answer.status_code == 303


def test_a_name_that_is_removed_is_out_at_once(tmp_path: Path) -> None:
    token = token_of(tmp_path, "ada", "editor")
    with away(tmp_path) as client:
        signed_in(client, token)
        assert client.get("/rulings", follow_redirects=False).status_code == 200
        remove(tmp_path / "tokens.json", "ada")
        assert client.get("/rulings", follow_redirects=False).status_code == 303
        token_of(tmp_path, "ada", "editor")  # the same name, but another token: the old session stays out
        assert client.get("/rulings", follow_redirects=False).status_code == 303


def test_a_broken_tokens_file_lets_nobody_in(tmp_path: Path) -> None:
    token = token_of(tmp_path, "ada", "editor")
    with away(tmp_path) as client:
        signed_in(client, token)
        (tmp_path / "tokens.json").write_text("{")
        assert client.get("/rulings", follow_redirects=False).status_code == 303


def test_signing_out_ends_the_session_though_the_cookie_was_kept(tmp_path: Path) -> None:
    token = token_of(tmp_path, "ada", "editor")
    with away(tmp_path) as client:
        signed_in(client, token)
        kept = client.cookies[COOKIE]
        assert client.post("/sign-out", data={"csrf": csrf_of(client)}).status_code == 200
        answer = client.get("/rulings", headers={"cookie": f"{COOKIE}={kept}"}, follow_redirects=False)
    assert answer.status_code == 303


READERS_ARE_REFUSED = [
    ("GET", "/rule?id=e-x", {}),
    ("POST", "/rule", {"data": FORM}),
    ("POST", "/rulings/undo", {"data": {"ruling": "j-x"}}),
    ("GET", "/reading", {}),
    ("POST", "/reading/text", {"data": {"text": "Rain."}}),
    ("POST", "/reading/files", {"files": [("files", ("a.txt", b"Rain."))]}),
]


@pytest.mark.parametrize(("method", "path", "more"), READERS_ARE_REFUSED)
def test_a_reader_is_refused_what_an_editor_may(
    tmp_path: Path, method: str, path: str, more: dict[str, Any]
) -> None:
    reader, editor = token_of(tmp_path, "otto", "reader"), token_of(tmp_path, "ada", "editor")
    with away(tmp_path) as client:
        assert signed_in(client, reader).request(method, path, **more).status_code == 403
        assert (
            client.request(method, path, headers={"authorization": f"Bearer {reader}"}, **more).status_code
            == 403
        )
        answer = client.request(method, path, headers={"authorization": f"Bearer {editor}"}, **more)
    assert answer.status_code not in (401, 403)


def test_a_form_of_another_session_is_refused(tmp_path: Path) -> None:
    ada, ines = token_of(tmp_path, "ada", "editor"), token_of(tmp_path, "ines", "editor")
    with away(tmp_path) as client:
        stolen = csrf_of(signed_in(client, ines))
        signed_in(client, ada)
        assert client.post("/reading/text", data={"text": "Rain.", "csrf": stolen}).status_code == 403
        own = {"text": "Rain.", "csrf": csrf_of(client)}
        assert client.post("/reading/text", data=own, follow_redirects=False).status_code == 303


def test_guessing_tokens_is_slowed_down(tmp_path: Path) -> None:
    with away(tmp_path) as client:
        states = [client.post("/sign-in", data={"token": "x"}).status_code for _ in range(20)]
        last = client.post("/sign-in", data={"token": "x"})
    assert states.count(403) == int(RATES["sign-in"].burst)
    assert last.status_code == 429
    assert int(last.headers["retry-after"]) > 0


def test_looking_too_often_is_slowed_down_for_each_by_themselves(tmp_path: Path) -> None:
    ada, otto = token_of(tmp_path, "ada", "reader"), token_of(tmp_path, "otto", "reader")
    with away(tmp_path) as client:
        states = {
            client.get("/static/none", headers={"authorization": f"Bearer {ada}"}).status_code
            for _ in range(int(RATES["look"].burst) + 100)
        }
        assert 429 in states
        assert client.get("/static/none", headers={"authorization": f"Bearer {otto}"}).status_code == 404


def test_a_form_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with at_home(tmp_path) as client:
        form = {"csrf": csrf_of(client), "id": "e-x", "because": "a" * 100_000}
        assert client.post("/rule", data=form).status_code == 413
        lying = {"content-length": "99999999999"}
        assert client.post("/reading/files", content=b"x", headers=lying).status_code == 413


def test_a_body_of_no_said_length_is_cut_off(tmp_path: Path) -> None:
    def pieces() -> Any:
        for _ in range(100):
            yield b"because=" + b"a" * 10_000 + b"&"

    with at_home(tmp_path) as client:
        kind = {"content-type": "application/x-www-form-urlencoded"}
        assert client.post("/rule", content=pieces(), headers=kind).status_code == 413


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/..%2f..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd",
     "/static/..%5capp.py", "/static/%00", "/reading/..%2f..%2fetc%2fpasswd", "/static/room.css"],
)  # fmt: skip
def test_no_path_leads_to_other_files(tmp_path: Path, path: str) -> None:
    with at_home(tmp_path) as client:
        answer = client.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "desk.example"])
def test_any_other_host_demands_tokens(tmp_path: Path, host: str) -> None:
    with pytest.raises(AccessError, match="--tokens FILE"):
        app(Settings(store=store_at(tmp_path), host=host))


def test_a_tokens_file_that_lets_nobody_in_is_no_use(tmp_path: Path) -> None:
    token_of(tmp_path, "ada", "reader")
    remove(tmp_path / "tokens.json", "ada")
    with pytest.raises(AccessError, match="onrecord tokens add"):
        Access(host="0.0.0.0", tokens=tmp_path / "tokens.json").check()


def test_the_api_and_the_pages_have_one_door(tmp_path: Path) -> None:
    with TestClient(app(Settings(store=store_at(tmp_path))), base_url=AWAY) as client:
        assert client.get("/api/v1/stories").status_code == 421
