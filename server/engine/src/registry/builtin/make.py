#!/usr/bin/env python3
"""Makes the built-in registry from public-domain (CC0) tables of office holders.

    python3 make.py FOLDER

FOLDER holds the tables under the names of SOURCES below. Writes `sources.tsv`, `people.tsv` and `posts.tsv` beside this
file; the same tables give the same bytes. `summit.tsv` and `wordings.tsv`, kept by hand, are read by that maker,
not here. After this, make `tables.bin` anew with `server/engine/makers/tables.rs`: a test fails while it is old.

sources.tsv   number, name, day the copy was made
people.tsv    slug, name, Wikidata id (`scheme:id` of another register where there is none), other names joined by `|`
posts.tsv     a line `state, label` for each post, followed by a line `Wikidata id, start, end, source` for each spell in it
              (with the slug for a person without a Wikidata id)
"""
import csv, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = [  # table, state, name of the source, day of the copy
    ("wikidata-p39/russia/holders21.csv", "RU", "Wikidata, position held (P39), Russia", "2022-08-03"),
    ("wikidata-p39/syria/holders21.csv", "SY", "Wikidata, position held (P39), Syria", "2023-01-12"),
    ("wikidata-p39/turkey/holders21.csv", "TR", "Wikidata, position held (P39), Turkey", "2022-08-03"),
    ("wikidata-p39/uk/holders21.csv", "GB", "Wikidata, position held (P39), United Kingdom", "2022-07-23"),
    ("wikidata-p39/us/holders21.csv", "US", "Wikidata, position held (P39), United States", "2022-08-03"),
    ("wikidata-p39/world-leaders-2021.csv", None, "Wikidata, heads of state and government", "2022-10-09"),
    ("us-congress/legislators-current.yaml", "US", "congress-legislators, current members (CC0)", ""),
    ("us-congress/executive.yaml", "US", "congress-legislators, presidents and vice-presidents (CC0)", ""),
]
SLIPS = {"Spokeperson": "Spokesperson", "Respublic": "Republic"}  # slips of the register in names of offices
LETTERS = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюяё", (
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya yo").split()))
NICKNAME = re.compile(r' ["“(][^"”)]*["”)] ')  # Charles J. "Chuck" Vane
PEER = re.compile(r"^(?:\d+\w\w )?(Baron|Baroness|Viscount|Viscountess|Earl|Countess|Marquess|Lord|Lady) (.+)$")


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as f:
        yield from csv.DictReader(f)


def latin(text):
    out = []
    for c in text:
        low = LETTERS.get(c.lower())
        if low is None:
            out.append(c)
        elif low != "-":
            out.append(low.capitalize() if c != c.lower() else low)
    return re.sub(r"(?<=[aeiou])e|^e", lambda m: "ye" if m.start() == 0 and text[0].islower() else m[0], "".join(out))


def slug(text):
    text = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d"))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", text)).strip("-")


def plain(title):
    """An encyclopedia title as a name: without a note in brackets."""
    return re.sub(r"\s*\([^)]*\)$", "", title).strip()


def names(label):
    """The preferred name and the other names a register's label gives: turned round, in Latin letters, without peerage."""
    label = " ".join(label.split())
    if "," not in label:
        return (label, []) if not re.search("[а-яё]", label) else (latin(label), [label])
    head, rest = [part.strip() for part in label.split(",", 1)]
    if re.search("[а-яё]", head):
        given = rest.split()[0] if rest else ""
        return latin(f"{given} {head}".strip()), [f"{rest} {head}".strip(), f"{given} {head}".strip()]
    if re.fullmatch(r"(Jr|Sr)\.?|[IVX]+", rest):
        return f"{head} {rest}", [head]
    peer = PEER.match(rest)
    if peer:
        short = peer[2].split(" of ")[0]
        style = "Lady" if peer[1] in ("Baroness", "Viscountess", "Countess", "Lady") else "Lord"
        return re.sub(r"^(Sir|Dame) ", "", head), sorted({f"{peer[1]} {short}", f"{style} {short}"})
    if re.search(r"Baronet|Baron|Duke|KC|QC", rest):
        return re.sub(r"^(Sir|Dame) ", "", head), []
    return f"{rest} {head}", []


def states():
    known = {}
    with open(os.path.join(HERE, "..", "words", "states.tsv"), encoding="utf-8") as f:
        for line in f:
            if not line.startswith("#"):
                code, spelt = line.rstrip("\n").split("\t")[:2]
                known.update((name, code) for name in spelt.split("|"))
    return known


def label_of(position, country, known):
    """A position without its state: `President of Syria` is the post `President` of SY."""
    for slip, right in SLIPS.items():
        position = position.replace(slip, right)
    position = " ".join(position.split())
    spelt = {country} | {name for name, code in known.items() if code == known.get(country)} if country else set()
    for name in sorted(spelt, key=len, reverse=True):
        position = re.sub(rf" of (the )?{re.escape(name)}$", "", position)
    position = re.sub(r"^Prime minister\b", "Prime Minister", position)
    return position[0].upper() + position[1:]


def yaml_people(path):
    """The few keys needed of a file of the congress-legislators project, which is written by a machine in one shape."""
    person, term, out = None, None, []
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("- id:"):
                person, term = {"terms": []}, None
                out.append(person)
                continue
            found = re.match(r"(\s*)(- )?(\w+): (.+)$", line)
            if not found:
                continue
            key, value = found[3], found[4].strip().strip("'\"")
            if found[2] and key == "type":
                term = {"type": value}
                person["terms"].append(term)
            elif term is not None and key in ("start", "end", "state"):
                term[key] = value
            elif term is None and key in ("first", "middle", "last", "nickname", "official_full", "wikidata", "wikipedia", "suffix", "bioguide", "govtrack"):
                person.setdefault(key, value)
    return out


def main():
    folder = sys.argv[1]
    known = states()
    people, posts, by_name = {}, {}, {}

    def person(key, label, others=()):
        name, more = names(label)
        entry = people.setdefault(key, {"name": name, "others": set()})
        entry["others"].update(names(other)[0] for other in (*more, *others) if other and not re.search("[а-яё]", other))
        entry["others"].update(other for other in (*more, *others) if other and re.search("[а-яё]", other))
        if label != name:
            entry["others"].add(name)
        short = NICKNAME.sub(" ", name)
        if short != name:
            entry["others"].add(short)
        by_name.setdefault(name, key)
        return key

    def spell(state, label, key, start, end, source):
        posts.setdefault((state, label), set()).add((key, start, end, source))

    for number, (table, state, _, _) in enumerate(SOURCES):
        if table.endswith("holders21.csv"):
            for row in rows(folder, table):
                key = person(row["personID"], row["person"], [plain(row.get("enwiki") or "")])
                spell(state, label_of(row["position"], None, known), key, row["start"], row["end"], number)
        elif table.endswith(".csv"):
            for row in rows(folder, table):
                state = known.get(row["country"].removeprefix("The "), "")
                label = label_of(row["positionLabel"], row["country"].removeprefix("The ") if state else None, known)
                key = person(row["officeholder"], row["officeholderLabel"])
                begun = {s[1][:4] for s in posts.get((state, label), ()) if s[0] == key}
                if row["start_year"] not in begun:
                    spell(state, label, key, row["start_year"], row["end_year"], number)
        else:
            posts_of = {"prez": "President", "viceprez": "Vice President", "sen": "Senator", "rep": "Representative"}
            for entry in yaml_people(os.path.join(folder, table)):
                full = entry.get("official_full") or f"{entry['first']} {entry['last']}"
                short = f"{entry.get('nickname') or entry['first']} {entry['last']}"
                key = entry.get("wikidata") or by_name.get(full) or by_name.get(short) or by_name.get(plain(entry.get("wikipedia", "")))
                key = person(key or slug(full), people[key]["name"] if key in people else full, [short, full, plain(entry.get("wikipedia", ""))])
                known_as = next((f"{scheme}:{entry[scheme]}" for scheme in ("bioguide", "govtrack") if scheme in entry), "")
                people[key].setdefault("known_as", known_as)
                for term in entry["terms"]:
                    label = posts_of[term["type"]]
                    held = [s for s in posts.get(("US", label), ()) if s[0] == key]
                    if any(s[1][:7] <= term["end"][:7] and (not s[2] or s[2][:7] > term["start"][:7]) for s in held if s[3] != number):
                        continue  # a term inside a spell that another register gives
                    touching = next((s for s in held if s[3] == number and abs(int(term["start"][:4]) - int(s[2][:4])) == 0), None)
                    start = term["start"]
                    if touching:
                        posts[("US", label)].discard(touching)
                        start = touching[1]
                    spell("US", label, key, start, term["end"], number)
    for table in ("russia", "syria", "turkey", "us"):
        for row in rows(folder, f"wikidata-p39/{table}/bio.csv"):
            if row["id"] in people:
                person(row["id"], people[row["id"]]["name"], [plain(row["enwiki"])])
        for row in rows(folder, f"wikidata-p39/{table}/enwiki-index.csv"):
            if row["wikidata"] in people:
                person(row["wikidata"], people[row["wikidata"]]["name"], [plain(row["title"]), row["label"]])

    slugs = {}
    for key in sorted(people, key=lambda key: (len(key), key)):
        base = slug(people[key]["name"]) or key.lower()
        people[key]["slug"] = base if base not in slugs else f"{base}-{key.lower()}"
        slugs[people[key]["slug"]] = key

    def write(name, lines):
        with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as f:
            f.write("".join(line + "\n" for line in lines))

    write("sources.tsv", ["\t".join((str(n), name, day)) for n, (_, _, name, day) in enumerate(SOURCES)])
    write("people.tsv", sorted(
        "\t".join((p["slug"], p["name"], key if key.startswith("Q") else p.get("known_as", ""), "|".join(sorted(p["others"] - {p["name"]}))))
        for key, p in people.items()))
    lines = []
    for (state, label), spells in sorted(posts.items()):
        lines.append(f"{state}\t{label}")
        lines += ["\t".join((key, start, end, str(source))) for key, start, end, source in sorted(spells, key=lambda s: (s[1], s[2], s[0]))]
    write("posts.tsv", lines)


main()
