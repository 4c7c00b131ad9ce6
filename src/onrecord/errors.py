"""Every exception of onrecord.

    OnrecordError
    ├── SourceError            bytes could not be had
    │   ├── SourceNotFoundError        (LookupError)   no such file or folder
    │   └── UnreadableSourceError      (OSError)       it is there and can't be read
    ├── AnnotationError        the language model can't be used
    │   ├── ModelNotFoundError         (LookupError)   no such package is installed
    │   └── ModelChangedError          (ValueError)    its weights are not the pinned ones
    ├── RecordError            a record that must not be shown
    │   ├── WordsDifferError           (ValueError)    a span's words are not the report's
    │   └── UnsupportedNumberError     (ValueError)    a number stands in no support
    ├── AccessError            who may come in can't be told: the tokens file, or a host without one
    ├── StoreError             the store failed
    │   ├── StoreBusyError             (TimeoutError)  another process is writing
    │   ├── StoreDamagedError          (ValueError)    it is no onrecord store, or torn
    │   └── StoreVersionError          (ValueError)    made by a newer onrecord
    ├── ExportError            a record can't be taken along, or read back from a file
    │   ├── MissingExtraError          (ImportError)   a format needs a library that isn't installed
    │   └── NotARecordError            (ValueError)    the file holds no exported record
    ├── AlertError             an alert could not be delivered
    └── QueryError             a question that has no answer
        ├── NotOnRecordError           (LookupError)   no such story, report or line
        ├── AmbiguousIdError           (LookupError)   the beginning of several ids
        ├── NoSuchMomentError          (ValueError)    no day or read number
        └── RulingError                (ValueError)    no ruling can be made of this

A bad report is not an exception: it is a recorded `Problem`. What is raised here stops the whole
task. A message says what was expected and what to do; `subject` is what it is about.
"""


class OnrecordError(Exception):
    """Something that stops the whole task.

    Args:
        message: What was expected, and what to do.
        subject: The address, id or path that it is about.
    """

    default = "onrecord failed"

    def __init__(self, message: str | None = None, *, subject: str | None = None) -> None:
        self.subject = subject
        text = message or self.default
        super().__init__(f"{text}: {subject}" if subject else text)


class SourceError(OnrecordError):
    """Bytes could not be had."""

    default = "source can't be read"


class SourceNotFoundError(SourceError, LookupError):
    """No such file or folder."""

    default = "no such file or folder"


class UnreadableSourceError(SourceError, OSError):
    """The file or folder is there and can't be read."""

    default = "file or folder can't be opened"


class AnnotationError(OnrecordError):
    """The language model can't be used."""

    default = "language model can't be used"


class ModelNotFoundError(AnnotationError, LookupError):
    """No supported language model is installed."""

    default = "no language model is installed: reinstall onrecord"


class ModelChangedError(AnnotationError, ValueError):
    """The installed model's weights are not the pinned ones."""

    default = "the language model's files differ from the pinned ones: reinstall it"


class RecordError(OnrecordError):
    """A record that must not be shown."""

    default = "record is not sound"


class WordsDifferError(RecordError, ValueError):
    """A span's words are not the report's words at that place."""

    default = "a span's words differ from its report's"


class UnsupportedNumberError(RecordError, ValueError):
    """A number stands in a line whose support does not hold it."""

    default = "a number stands in no support of its line"


class AccessError(OnrecordError):
    """Who may come in can't be told: a tokens file can't be used, or there should be one."""

    default = "tokens file can't be used"


class StoreError(OnrecordError):
    """The store failed."""

    default = "store failed"


class StoreBusyError(StoreError, TimeoutError):
    """Another process is writing to the store."""

    default = "another process is writing to the store: try again when it is done"


class StoreDamagedError(StoreError, ValueError):
    """The file is no onrecord store, or it is torn."""

    default = "not an onrecord store, or a damaged one"


class StoreVersionError(StoreError, ValueError):
    """The store was made by a newer onrecord."""

    default = "the store was made by a newer onrecord: upgrade to open it"


class ExportError(OnrecordError):
    """A record can't be taken along, or read back from a file."""

    default = "export failed"


class MissingExtraError(ExportError, ImportError):
    """A format needs a library that isn't installed."""

    default = "this format needs a library that isn't installed: pip install"


class NotARecordError(ExportError, ValueError):
    """A file holds no exported record."""

    default = "not a record that `onrecord export --format json` wrote"


class AlertError(OnrecordError):
    """An alert could not be delivered."""

    default = "alert not delivered"


class QueryError(OnrecordError):
    """A question that has no answer."""

    default = "nothing to answer with"


class NotOnRecordError(QueryError, LookupError):
    """No such story, report or line."""

    default = "nothing on record under this id"


class AmbiguousIdError(QueryError, LookupError):
    """The beginning of several ids."""

    default = "several ids begin like this: give more of it"


class NoSuchMomentError(QueryError, ValueError):
    """What was given for a day or a read number is none."""

    default = "a day was expected, as in 2026-03-12"


class RulingError(QueryError, ValueError):
    """No ruling can be made of this."""

    default = "no ruling can be made of this"
