#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Extracts from the sets of the evaluation folder, scores with its own score.py, prints one table and holds it to eval/baseline.json.

    evaluate.py FOLDER DIXIT [--errors N] [--update-baseline]
"""
import argparse, json, pathlib, re, subprocess, sys, tempfile, unicodedata

HERE = pathlib.Path(__file__).resolve().parent
SLACK = 0.005  # how far a figure may fall below the baseline

# label: gold, which of its documents, whether the gold has speakers
SETS = {
    "fr, seeds": ("gold-fr-dev", "seed-*", True),
    "fr": ("gold-fr-dev", "*", True),
    "fr, no seeds": ("gold-fr-dev", "!seed-*", True),
    "en": ("gold-en-dev", "*", True),
    "en, PolNeAR": ("polnear/dev.jsonl", "*", False),
}

# name, where score.py's result has it, targets by set
FIGURES = [
    ("who said what, F1", ("who_said_what", "f1"), {"fr, seeds": 0.90, "fr, no seeds": 0.86, "en": 0.80, "en, PolNeAR": 0.58}),
    ("who said what, precision", ("who_said_what", "precision"), {}),
    ("who said what, recall", ("who_said_what", "recall"), {}),
    ("detection@0.5, F1", ("detection@0.5", "f1"), {"fr, no seeds": 0.91, "en": 0.86, "en, PolNeAR": 0.68}),
    ("detection@0.5, precision", ("detection@0.5", "precision"), {"en, PolNeAR": 0.75}),
    ("detection@0.8, F1", ("detection@0.8", "f1"), {"fr, no seeds": 0.84}),
    ("exact, F1", ("detection@1.0", "f1"), {"fr, no seeds": 0.70}),
    ("direct recall", ("recall_by_type", "direct", "recall"), {"fr, no seeds": 0.97, "en": 0.95, "en, PolNeAR": 0.95}),
    ("indirect recall", ("recall_by_type", "indirect", "recall"), {"fr, no seeds": 0.82}),
    ("mixed recall", ("recall_by_type", "mixed", "recall"), {"fr, no seeds": 0.85}),
    ("speaker right", ("speaker", "accuracy"), {"fr, no seeds": 0.93, "en": 0.90}),
    ("speaker wrong", ("wrong", "accuracy"), {"fr, no seeds": 0.04}),
    ("not by name: right", ("reference", "right"), {}),
    ("not by name: wrong", ("reference", "wrong"), {}),
    ("not by name: unknown", ("reference", "unknown"), {}),
    ("cue", ("cue", "accuracy"), {}),
    ("source", ("source", "accuracy"), {}),
    ("type", ("type", "accuracy"), {}),
    ("act", ("act", "accuracy"), {"fr, no seeds": 0.75}),
    ("via", ("via", "accuracy"), {"fr, no seeds": 0.75}),
    ("gold covered > 0.3, F1", ("coverage", "0.3"), {}),
    ("gold covered > 0.8, F1", ("coverage", "0.8"), {}),
    ("calibration error", ("calibration", "error"), {}),
]
LOWER_IS_BETTER = {"speaker wrong", "not by name: wrong", "not by name: unknown", "calibration error"}
PARALLEL = 0.80  # of the sentences with an attribution in one version, the share with one in the other


def documents(path):
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    for file in files:
        text = file.read_text(encoding="utf-8")
        yield from (json.loads(line) for line in text.splitlines() if line.strip()) if file.suffix == ".jsonl" else [json.loads(text)]


def extract(dixit, gold, work):
    """The predictions for the gold texts, which are given what a reader of the article would have and no more."""
    name = gold.stem.replace(" ", "-")
    source, target = work / f"{name}-input.jsonl", work / f"{name}.jsonl"
    with source.open("w", encoding="utf-8") as out:
        for document in documents(gold):
            record = {"id": document["id"], "text": document["text"], "language": document.get("lang"), "published": document.get("published")}
            out.write(json.dumps({k: v for k, v in record.items() if v is not None}, ensure_ascii=False) + "\n")
    subprocess.run([dixit, "extract", source, "--format", "jsonl", "--quiet", "--out", target], check=True)
    return target


def score(folder, gold, predictions, pattern, speakers, errors):
    command = [sys.executable, folder / "score.py", gold, predictions, "--docs", pattern, "--json", "--errors", str(errors)]
    lines = subprocess.run(command + ([] if speakers else ["--no-speaker"]), check=True, capture_output=True, text=True).stdout.splitlines()
    return json.loads(lines[0]), lines[1:]


def kept(pattern, identity):
    import fnmatch
    return not fnmatch.fnmatch(identity, pattern[1:]) if pattern.startswith("!") else fnmatch.fnmatch(identity, pattern)


def more(scorer, gold, predictions, pattern, speakers):
    """What score.py does not count: SFU's coverage of gold, sources that are no names, and how true the confidences are."""
    predicted = {d["id"]: d for d in documents(predictions)}
    coverage = {0.3: [0, 0, 0], 0.8: [0, 0, 0]}
    reference, bins = [0, 0, 0], [[0, 0, 0.0] for _ in range(10)]
    for document in documents(gold):
        if not kept(pattern, document["id"]):
            continue
        other, words = predicted[document["id"]], scorer.words_of(document["text"])
        wanted, found = scorer.segments(document, words, True), scorer.segments(other, words, False)
        confidences = []
        for attribution in other["attributions"]:
            confidences += [attribution["confidence"]] * len(scorer.segments({"attributions": [attribution]}, words, False))
        for threshold, counts in coverage.items():
            covering(words, wanted, found, threshold, counts)
        pairs = dict((p, g) for g, p in scorer.match(wanted, found, 0.5))
        optional = frozenset().union(*[g["words"] for g in wanted if g["optional"]]) if wanted else frozenset()
        for p, segment in enumerate(found):
            gold_segment = wanted[pairs[p]] if p in pairs else None
            if gold_segment is None and len(segment["words"] & optional) * 2 >= len(segment["words"]) or gold_segment is not None and gold_segment["optional"]:
                continue
            right = gold_segment is not None and (not speakers or scorer.same_speaker(gold_segment["names"], segment["names"]))
            place = bins[min(9, int(confidences[p] * 10))]
            place[0] += 1
            place[1] += right
            place[2] += confidences[p]
            if gold_segment is not None and speakers and not named(scorer, document["text"], words, gold_segment):
                reference[0 if right else 1 if segment["names"] else 2] += 1
    result = {"bins": bins}
    result["coverage"] = {str(t): f1(*counts) for t, counts in coverage.items()}
    if speakers:
        total = sum(reference)
        result["reference"] = {k: round(v / total, 4) if total else None for k, v in zip(("right", "wrong", "unknown"), reference)}
        seen = sum(n for n, _, _ in bins)
        result["calibration"] = {"error": round(sum(abs(right - sum_) for n, right, sum_ in bins if n) / seen, 4) if seen else None}
    return result


# How a content is tied to its cue, as the gold spans show it; what comes first fits first.
PHENOMENA = ["inside another's words", "no cue", "selon, according to", "cue inside the content", "cue behind a quotation", "cue behind a clause", "cue, colon", "cue, que or that", "cue, then a quotation",
             "cue, then an object or infinitive", "cue, then a bare clause", "source a name", "source a role or description", "source a pronoun", "source elsewhere"]
SOURCE_WORDS = re.compile(r"(selon|d['’]apr[eè]s|pour|suivant|aux yeux|de l['’]avis|aux dires|de source|according to|per|for|in the words)\b", re.I)
THAT = re.compile(r"\b(que|qu['’]|that)\s*[\W]*$", re.I)
PRONOUN = re.compile(r"^[-\s]*(?:t-)?(il|elle|ils|elles|on|je|nous|qui|lui|eux|celui|celle|ceux|ce dernier|cette dernière|he|she|they|it|who|i|we|you|him|her|them)(?:-ci|-là)?$", re.I)
VERB_AFTER = re.compile(r"^\W*(?:to|de|d['’]|à|of|for|pour)\b", re.I)


def phenomena(text, attribution, span, others):
    """The names of what makes this stretch of gold easy or hard to find."""
    pair = lambda value: None if value is None else (value["start"], value["end"]) if isinstance(value, dict) else tuple(value)
    contents = [pair(content) for content in attribution["content"]]
    cue, source = pair(attribution.get("cue")), pair(attribution.get("source"))
    start, end = min(c[0] for c in contents), max(c[1] for c in contents)
    if any(o[0] <= span[0] and span[1] <= o[1] and (o[0] < span[0] or span[1] < o[1]) for o in others):
        yield "inside another's words"
    if cue is None:
        yield "no cue"
    elif SOURCE_WORDS.match(text[cue[0]:cue[1]]):
        yield "selon, according to"
    elif start < cue[0] and cue[1] < end:
        yield "cue inside the content"
    elif cue[0] >= end:
        yield "cue behind a clause" if attribution["type"] == "indirect" else "cue behind a quotation"
    else:
        between = text[cue[1]:start]
        if ":" in between[-4:]:
            yield "cue, colon"
        elif THAT.search(between) or re.match("(?:that|que|qu['’])\\b", text[start:start + 6]):
            yield "cue, que or that"
        elif attribution["type"] == "direct" and re.search("[«“\"‘']", between[-3:] + text[start:start + 1]):
            yield "cue, then a quotation"
        elif VERB_AFTER.search(between) or VERB_AFTER.match(text[start:start + 8]) or attribution["type"] == "mixed" or not re.search("[a-zé]+(?:ed|ait|aient|ront|rait)\\b|\\b(?:is|are|was|were|has|have|had|will|would|could|can|est|sont|a|ont|va)\\b", text[start:end]):
            yield "cue, then an object or infinitive"
        else:
            yield "cue, then a bare clause"
    if source is None:
        yield "source elsewhere"
        return
    words = text[source[0]:source[1]]
    yield "source a pronoun" if PRONOUN.match(words.strip()) else "source a name" if any(w[0].isupper() for w in words.split()[1:] or words.split()) else "source a role or description"


def by_phenomenon(scorer, gold, predictions, pattern, speakers):
    """By phenomenon: how many there are, the share found at 0.5, and of those the share with the right speaker."""
    predicted = {d["id"]: d for d in documents(predictions)}
    counts = {name: [0, 0, 0] for name in PHENOMENA}
    for document in documents(gold):
        if not kept(pattern, document["id"]):
            continue
        words = scorer.words_of(document["text"])
        wanted, names, spans = [], [], []
        for attribution in document["attributions"]:
            for segment in scorer.segments({"attributions": [attribution]}, words, True):
                wanted.append(segment)
                spans.append((words[min(segment["words"])][0], words[max(segment["words"])][1]))
                names.append(attribution)
        found = scorer.segments(predicted[document["id"]], words, False)
        pairs = dict(scorer.match(wanted, found, 0.5))
        for i, segment in enumerate(wanted):
            if segment["optional"]:
                continue
            for name in phenomena(document["text"], names[i], spans[i], spans):
                place = counts[name]
                place[0] += 1
                if i in pairs:
                    place[1] += 1
                    place[2] += speakers and scorer.same_speaker(segment["names"], found[pairs[i]]["names"])
    return counts


def phenomenon_table(counts):
    rows = [["phenomenon", *counts]]
    for name in PHENOMENA:
        cells = []
        for own in counts.values():
            n, found, right = own["counts"][name]
            cells.append("–" if not n else f"{found / n:.2f} of {n}" + (f", speaker {right / found:.2f}" if own["speakers"] and found else ""))
        rows.append([name, *cells])
    return lines_of(rows)


def covering(words, wanted, found, threshold, counts):
    """SFU's way: one to one, a match where the share of the gold characters that the prediction covers is over the threshold."""
    length = lambda at: sum(words[i][1] - words[i][0] for i in at)
    pairs = sorted(((length(g["words"] & p["words"]) / length(g["words"]), i, j) for i, g in enumerate(wanted) for j, p in enumerate(found) if g["words"] & p["words"]), reverse=True)
    golds, predictions = {}, set()
    for share, i, j in pairs:
        if share > threshold and i not in golds and j not in predictions:
            golds[i] = j
            predictions.add(j)
    optional = frozenset().union(*[g["words"] for g in wanted if g["optional"]]) if wanted else frozenset()
    counts[0] += sum(not wanted[i]["optional"] for i in golds)
    counts[1] += sum(j not in predictions and len(p["words"] & optional) * 2 < len(p["words"]) for j, p in enumerate(found))
    counts[2] += sum(not g["optional"] and i not in golds for i, g in enumerate(wanted))


def f1(right, spurious, missed):
    return round(2 * right / (2 * right + spurious + missed), 4) if right else 0.0


def named(scorer, text, words, segment):
    """Whether the source that stands in the text has a word of the speaker's name with a capital."""
    if not segment["source"]:
        return True
    forms = [text[words[i][0]:words[i][1]] for i in sorted(segment["source"])]
    fold = lambda word: "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    names = {fold(word) for name in segment["names"] for word in re.findall(r"\w+", name) if word[0].isupper()}
    return any(form[0].isupper() and fold(form) in names for form in forms)


def parallel(dixit, path, work):
    """Of the sentences in which one language version has an attribution, the share in which the other has one too."""
    articles, shares = {}, []
    predicted = {d["id"]: d for d in documents(extract(dixit, path, work))}
    for document in documents(path):
        with_one = set()
        for attribution in predicted[document["id"]]["attributions"]:
            for span in attribution["content"]:
                with_one |= {i for i, (start, end) in enumerate(document["segments"]) if span["start"] < end and span["end"] > start}
        articles.setdefault(document["document"], {})[document["version"]] = with_one
    for left, right in (("en", "fr"), ("fr", "en"), ("en", "frca"), ("fr", "frca")):
        has = sum(len(versions[left]) for versions in articles.values())
        both = sum(len(versions[left] & versions[right]) for versions in articles.values())
        shares.append((f"{left} → {right}", both / has if has else 0.0))
    return shares


def pick(result, path):
    value = result
    for key in path:
        value = (value or {}).get(key)
    return value


def meets(name, value, bound):
    return value is None or bound is None or (value <= bound if name in LOWER_IS_BETTER else value >= bound)


def lines_of(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["| " + " | ".join(text.ljust(width) for text, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def table(figures):
    def cell(name, label, target):
        value = figures[label].get(name)
        return "–" if value is None else f"{value:.3f}" + ("" if target is None else f" ({'≤' if name in LOWER_IS_BETTER else '≥'} {target:.2f}{'' if meets(name, value, target) else ' ✗'})")

    rows = [["figure", *SETS]]
    for name, _, targets in FIGURES:
        rows.append([name, *(cell(name, label, targets.get(label)) for label in SETS)])
    return lines_of(rows)


def reliability(bins):
    rows = [["confidence", *(f"fr {i / 10:.1f}–{(i + 1) / 10:.1f}" for i in range(10))]]
    for label, own in bins.items():
        rows.append([label, *(f"{right / n:.2f} of {n}" if n else "–" for n, right, _ in own)])
    rows[0] = [rows[0][0], *(cell[3:] for cell in rows[0][1:])]
    return lines_of(rows)


def fallen(figures, baseline):
    for label, values in baseline.items():
        for name, before in values.items():
            if before is None:
                continue
            now = figures.get(label, {}).get(name)
            bound = before + SLACK if name in LOWER_IS_BETTER else before - SLACK
            if now is None or not meets(name, now, bound):
                yield f"{label}: {name} was {before:.3f} and is {'gone' if now is None else f'{now:.3f}'}"


def commit():
    def git(*arguments):
        return subprocess.run(["git", "-C", HERE, *arguments], check=True, capture_output=True, text=True).stdout.strip()

    return git("rev-parse", "--short", "HEAD") + ("-changed" if git("status", "--porcelain", "--", "../src") else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("dixit")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N errors of each gold with speakers")
    parser.add_argument("--update-baseline", action="store_true")
    options = parser.parse_args()
    sys.path.insert(0, str(options.folder))
    import score as scorer

    figures, bins, phenomenon = {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        work, predictions = pathlib.Path(folder), {}
        for label, (name, pattern, speakers) in SETS.items():
            gold = options.folder / name
            if not gold.exists():
                figures[label] = {}
                continue
            if name not in predictions:
                predictions[name] = extract(options.dixit, gold, work)
            result, errors = score(options.folder, gold, predictions[name], pattern, speakers, options.errors if pattern == "*" and speakers else 0)
            added = more(scorer, gold, predictions[name], pattern, speakers)
            result.update(added)
            if speakers and label != "fr, seeds":
                bins[label] = added["bins"]
            if label not in ("fr, seeds", "fr"):
                phenomenon[label] = {"speakers": speakers, "counts": by_phenomenon(scorer, gold, predictions[name], pattern, speakers)}
            figures[label] = {figure: pick(result, path) for figure, path, _ in FIGURES if speakers or figure not in ("speaker right", "speaker wrong", "act", "via")}
            for line in errors:
                print(line)
        source = options.folder / "parallel" / "parallel.jsonl"
        if source.exists():
            figures["parallel"] = dict(parallel(options.dixit, source, work))

    report = table(figures) + "\n\n" + phenomenon_table(phenomenon) + "\n\n" + reliability(bins)
    if "parallel" in figures:
        report += "\n\n" + lines_of([["parallel articles", "sentences with an attribution in both", "target"]] + [[pair, f"{share:.3f}", f"≥ {PARALLEL:.2f}{'' if share >= PARALLEL else ' ✗'}"] for pair, share in figures["parallel"].items()])
    print(report)
    name = commit()
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    (results / f"{name}.md").write_text(f"# Figures at {name}\n\n{report}\n", encoding="utf-8")

    baseline = HERE / "baseline.json"
    if options.update_baseline:
        baseline.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    problems = list(fallen(figures, json.loads(baseline.read_text(encoding="utf-8")))) if baseline.exists() else []
    for problem in problems:
        print(f"eval: below the baseline: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
