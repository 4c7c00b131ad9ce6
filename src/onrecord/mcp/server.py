"""A desk in, a server out that offers its tools to language-model clients. All of them only read."""

from datetime import date
from typing import Annotated, Final

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from onrecord import __version__
from onrecord.desk import Desk
from onrecord.errors import OnrecordError
from onrecord.mcp.answers import Answer
from onrecord.mcp.quoting import NOTE, quoted
from onrecord.mcp.tools import NewsAsked, Part, Tools
from onrecord.record.store import HitKind
from onrecord.views.paging import CURSOR, Asked
from onrecord.views.selecting import Days, SaidAsked

ABOUT: Final = (
    "A dated, sourced record of news stories, made by machine from news reports. Each line has its standing "
    "and citations: report, address, exact words and their place. Say who says so, cite the words, and don't "
    f"say more than they do; what isn't on record isn't known here. {NOTE}"
)
READS: Final = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)

Limit = Annotated[int, Field(ge=1, le=50, description="How many lines at most.")]
Cursor = Annotated[str | None, Field(pattern=CURSOR, description="`next` of the answer before.")]
Number = Annotated[str | None, Field(pattern="^[0-9]{1,9}$", description="`next` of the answer before.")]
AsOf = Annotated[date | None, Field(description="Only what had been published by the end of this day.")]
Story = Annotated[
    str, Field(min_length=1, max_length=200, description="A story's id, or words of its title.")
]
Words = Annotated[str, Field(min_length=1, max_length=200)]


def server(desk: Desk) -> MCPServer:
    """Return the server of a desk."""
    made = MCPServer(
        "onrecord", title="onrecord: the record of a story", instructions=ABOUT, version=__version__,
        log_level="WARNING",
    )  # fmt: skip
    tools = Tools(desk)
    _of_stories(made, tools)
    _of_lines(made, tools)
    _of_looking(made, tools)
    return made


class Refusing:
    """Says in words why a question has no answer; the words of others in it are marked as theirs."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OnrecordError):
            raise ToolError(f"no answer: {quoted(str(error))}") from error


def _of_stories(made: MCPServer, tools: Tools) -> None:
    @made.tool(annotations=READS)
    def stories(
        words: Words | None = None, as_of: AsOf = None, limit: Limit = 20, cursor: Number = None
    ) -> Answer:
        """List the stories on record, the one last reported on first; `words` must stand in their titles."""
        with Refusing():
            return tools.stories(words, as_of=as_of, limit=limit, cursor=cursor)

    @made.tool(annotations=READS)
    def record(
        story: Story,
        part: Part = "overview",
        as_of: AsOf = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> Answer:
        """Return a story's record: an overview, or one part of it line by line."""
        with Refusing():
            return tools.record(story, part, as_of=as_of, limit=limit, cursor=cursor)


def _of_lines(made: MCPServer, tools: Tools) -> None:
    @made.tool(annotations=READS)
    def who_said(  # noqa: PLR0913  a tool's arguments are its options
        person: Annotated[
            Words | None, Field(description="Words of a name, or an entity's id; none is anybody.")
        ] = None,
        story: Story | None = None,
        since: Annotated[date | None, Field(description="First day on which it was said.")] = None,
        until: Annotated[date | None, Field(description="Last day on which it was said.")] = None,
        unsure: Annotated[bool, Field(description="Also lines of which the machine is unsure.")] = False,
        as_of: AsOf = None,
        limit: Limit = 20,
        cursor: Cursor = None,
    ) -> Answer:
        """Return who said what, in the exact words of every report; a speaker not known stays unknown.

        With days given, statements whose day isn't known are left out.
        """
        who = SaidAsked(person=person, days=Days(since=since, until=until), unsure=unsure)
        with Refusing():
            return tools.who_said(who, Asked(story=story, limit=limit, cursor=cursor), as_of=as_of)

    @made.tool(annotations=READS)
    def figure_history(
        counts: Annotated[Words, Field(description="Words of what is counted: dead, missing, houses.")],
        story: Story | None = None,
        as_of: AsOf = None,
        limit: Annotated[int, Field(ge=1, le=10, description="How many figures at most.")] = 3,
        cursor: Cursor = None,
    ) -> Answer:
        """Return every number that was given for a figure, report by report, with hedge, giver and day."""
        with Refusing():
            return tools.figure_history(counts, Asked(story=story, limit=limit, cursor=cursor), as_of=as_of)


def _of_looking(made: MCPServer, tools: Tools) -> None:
    @made.tool(annotations=READS)
    def what_is_new(
        story: Story | None = None,
        since: Annotated[
            int | None, Field(ge=0, le=2**53, description="A cursor; else the reader's mark counts.")
        ] = None,
        reader: Words = "me",
        limit: Limit = 20,
        cursor: Annotated[
            str | None,
            Field(pattern=r"^[0-9]{1,15}\.[0-9]{1,9}$", description="`next` of the answer before."),
        ] = None,
    ) -> Answer:
        """Return what has come since, fact by fact, in the order of reading. The mark stays where it is."""
        with Refusing():
            return tools.what_is_new(
                NewsAsked(story=story, since=since, reader=reader, limit=limit, cursor=cursor)
            )

    @made.tool(annotations=READS)
    def why(
        id: Annotated[str, Field(min_length=1, max_length=40, description="An id, or the beginning of one.")],
    ) -> Answer:
        """Return all that a line, report, story or person rests on, by its id."""
        with Refusing():
            return tools.why(id)

    @made.tool(annotations=READS)
    def search(words: Words, kind: HitKind | None = None, as_of: AsOf = None, limit: Limit = 20) -> Answer:
        """Search reports, statements, events and people: all words must stand there."""
        with Refusing():
            return tools.search(words, kind=kind, as_of=as_of, limit=limit)
