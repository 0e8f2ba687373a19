"""What goes wrong, and how it is said."""

import pickle

import hongtou
import pyarrow
import pytest
from hongtou import _hongtou

LONE = "关于\ud800值班的通知"


def raised(call, kind):
    with pytest.raises(kind) as caught:
        call()
    error = caught.value
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and isinstance(error, hongtou.Error) and isinstance(error, Exception)
    assert (str(again), again.__dict__) == (str(error), error.__dict__)
    return error


@pytest.mark.parametrize("item", [1, 1.5, object(), ["一"], {"text": "一"}, pyarrow.scalar("一")])
def test_wrong_types_tell_their_index(item):
    error = raised(lambda: hongtou.parse_batch(["一", "二", item]), hongtou.InputError)
    assert error.index == 2 and type(item).__name__ in str(error) and isinstance(error, TypeError)


@pytest.mark.parametrize("texts", [1, None, object(), "一、甲。", b"x"])
def test_what_holds_no_texts(texts):
    assert raised(lambda: hongtou.parse_batch(texts), hongtou.InputError).index is None


@pytest.mark.parametrize("source", [1, None, ["一"], object()])
def test_what_is_no_text(source):
    assert type(source).__name__ in str(raised(lambda: hongtou.parse(source), hongtou.InputError))


def test_columns_of_other_things():
    numbers = raised(lambda: hongtou.parse_batch(pyarrow.array([1, 2])), hongtou.InputError)
    assert "Int64" in str(numbers)
    table = pyarrow.table({"url": ["a"], "text": ["一"]})
    assert "url, text" in str(raised(lambda: hongtou.parse_batch(table), hongtou.InputError))
    assert "3 ids for 2" in str(raised(lambda: hongtou.parse_batch(["一", "二"], ids="abc"[:3].split() * 3), hongtou.InputError))


def test_lone_surrogates():
    error = raised(lambda: hongtou.parse(LONE), hongtou.DecodeError)
    assert "lone surrogate at character 2" in str(error) and error.index is None
    error = raised(lambda: hongtou.parse_batch(["一", LONE]), hongtou.DecodeError)
    assert error.index == 1 and "at index 1" in str(error) and isinstance(error, ValueError)
    mended = LONE.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert hongtou.parse(mended).title.text == "关于\ufffd值班的通知"


def test_bytes_that_are_no_text():
    assert "PDF" in str(raised(lambda: hongtou.parse(b"%PDF-1.7"), hongtou.DecodeError))
    error = raised(lambda: hongtou.parse_batch(["一", None, b"%PDF-1.7"], errors="raise"), hongtou.DecodeError)
    assert error.index == 1 and "missing" in str(error)


@pytest.mark.parametrize(
    "options",
    [
        {"preset": "section"},
        {"columns": ["heding"]},
        {"columns": "title"},
        {"encoding": "klingon"},
        {"columns": ["title", "title"]},
        {"columns": [3]},
        {"preset": None},
        {"select": 3},
        {"tokenizer": "防汛"},
        {"threads": "2"},
        {"threads": -1},
        {"chunk_chars": 0},
        {"errors": "ignore"},
    ],
)
def test_bad_options(options):
    raised(lambda: hongtou.parse_batch(["一"], **options), hongtou.OptionError)


def test_an_encoding_that_is_none():
    for source in ("一", b"\xd2\xbb"):
        assert "nonsense" in str(raised(lambda text=source: hongtou.parse(text, encoding="nonsense"), hongtou.OptionError))


def test_bad_queries():
    error = raised(lambda: hongtou.parse("一").select("section[lvel=1]"), hongtou.QueryError)
    assert error.query[error.start : error.end] == "lvel" and error.help == "did you mean `level`?"
    error = raised(lambda: hongtou.parse_batch(["一"], select="附件2 >"), hongtou.QueryError)
    assert error.start == len("附件2 >")


def test_json_that_is_no_tree():
    raised(lambda: hongtou.from_json("{}"), hongtou.DecodeError)
    raised(lambda: hongtou.from_json('{"hongtou": 99}'), hongtou.DecodeError)
    raised(lambda: hongtou.explain("no-such-code"), hongtou.OptionError)


@pytest.mark.parametrize("threaded", [False, True])
def test_a_panic_is_an_exception_like_others(threaded):
    error = raised(lambda: _hongtou._fail(threaded), hongtou.InternalError)
    assert "on purpose" in str(error)
    assert hongtou.parse("一、甲。").sections


def test_an_error_of_the_iterator_goes_through():
    def texts():
        yield "一"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        hongtou.parse_batch(texts())
