# %% [markdown]
# # A folder of documents, counted
#
# From a folder of texts to a table of their sections, counts, and a plot. Run it cell by cell, or whole, in the root
# of the project:
#
#     pip install ./python pandas pyarrow matplotlib
#     python examples/corpus.py

# %%
import sys

import matplotlib
import pandas

import hongtou

matplotlib.use("Agg")
from matplotlib import pyplot

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "corpus"

# %% [markdown]
# ## One row a document, one row a section

# %%


def table(preset: str, **options) -> pandas.DataFrame:
    """The table of the folder, as pandas has it."""
    parts = [part.to_pandas() for part in hongtou.scan(FOLDER, preset, glob=["*.txt"], **options)]
    return pandas.concat(parts, ignore_index=True)


documents = table("documents", columns=["id", "title", "genre", "date", "sections", "characters"])
sections = table("sections", columns=["id", "path", "level", "heading", "characters"])
print(f"{len(documents)} documents, {len(sections)} sections")
print(documents["status"].value_counts().to_string())

# %% [markdown]
# ## What kinds there are, and how they are built

# %%
by_genre = documents.groupby("genre").agg(documents=("id", "size"), sections=("sections", "mean"))
by_genre = by_genre.sort_values("documents", ascending=False)
print(by_genre.round(1).to_string())

# %%
headed = sections["heading"].notna().groupby(sections["level"]).agg(["size", "mean"])
print(headed.rename(columns={"size": "sections", "mean": "with a heading"}).round(2).to_string())

# %% [markdown]
# ## How long the sections of each level are

# %%
figure, axes = pyplot.subplots(figsize=(7, 4))
levels = sorted(sections["level"].dropna().unique())
axes.boxplot([sections.loc[sections["level"] == level, "characters"] for level in levels], showfliers=False)
axes.set_xticks(range(1, len(levels) + 1), [f"level {level:.0f}" for level in levels])
axes.set_ylabel("characters")
axes.set_title("Length of numbered sections")
figure.tight_layout()
figure.savefig("corpus.png", dpi=100)
print("corpus.png")
