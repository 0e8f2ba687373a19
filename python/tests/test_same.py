"""One reading, whoever asks."""

import hongtou


def test_the_json_of_the_corpus_is_that_of_the_crate(corpus, expected):
    assert len(expected) > 100
    assert {name: hongtou.parse(text).to_json() for name, text in corpus.items()} == expected


def test_so_is_that_of_a_batch(corpus, expected):
    table = hongtou.parse_batch(corpus.values(), ids=corpus.keys(), columns=["id", "json"]).to_pyarrow()
    assert dict(zip(table["id"].to_pylist(), table["json"].to_pylist())) == expected


def test_so_is_what_was_pickled_or_read_back(corpus, expected):
    for name, text in corpus.items():
        assert hongtou.from_json(expected[name], text).to_json() == expected[name]
