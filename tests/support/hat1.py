#!/usr/bin/env python3
"""A second verifier of hat/1 bundles, written from the protocol's text alone, in another language.

It shares no line with lib/draws: where both agree, a mistake would have to be made twice. Only Python's standard
library is used. A beacon's signature is a BLS pairing, which the standard library lacks: its bytes go into the seed
here, its point on the curve is checked by the other verifier.

    python3 hat1.py bundle.json     0 everything follows, 1 something does not, 2 the file can't be read
    python3 hat1.py --lines         one bundle a line on the standard input, one answer a line
"""
import calendar
import hashlib
import hmac
import json
import re
import sys
import time
import unicodedata

ZERO = "00" * 32
HEX = re.compile(r"[0-9a-f]{64}")
SIGNATURE = re.compile(r"[0-9a-f]{96}")
ROOM = re.compile(r"[0-9A-Za-z :,.;-]{1,512}")
QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
GENESIS, PERIOD = 1692803367, 3

FIELDS = {
    "open": ({"v", "event", "plan"}, set()),
    "lock": ({"root", "count", "weight", "left_out"}, {"chain"}),
    "arm": ({"lock", "draws", "sources", "out"}, {"link", "beacon"}),
    "room": ({"arm", "text"}, set()),
    "result": ({"arm", "index", "seed", "first"}, {"reveal", "signature"}),
    "claim": ({"result", "entry", "unit", "open"}, set()),
    "absent": ({"result", "entry", "called", "waited"}, set()),
    "void": ({"arm", "reason", "reveal"}, {"signature"}),
    "close": (set(), set()),
}


class Refused(Exception):
    pass


class Unreadable(Exception):
    pass


def must(true, sentence):
    if not true:
        raise Refused(sentence)


# ---- bytes -----------------------------------------------------------------------------------------------------------


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def mac(key, *parts):
    return hmac.new(key, b"".join(parts), hashlib.sha256).digest()


def canonical(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        must(0 <= value <= 2**53 - 1, "a number out of range")
        return str(value)
    if isinstance(value, str):
        must(not re.search("[\ud800-\udfff]", value), "a lone surrogate")
        must(unicodedata.is_normalized("NFC", value), "a text that is not NFC")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(canonical(one) for one in value) + "]"
    if isinstance(value, dict):
        must(all(key.isascii() for key in value), "a key that is not ASCII")
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in sorted(value)) + "}"
    raise Refused("neither null nor fractions may be hashed")


def tagged(tag, value):
    return sha(tag.encode() + b"\0", canonical(value).encode()).hex()


def root_of(leaves):
    if not leaves:
        return sha()
    if len(leaves) == 1:
        return sha(b"\0", leaves[0])
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha(b"\1", root_of(leaves[:half]), root_of(leaves[half:]))


def key_of(seed, entry, weight):
    return min(mac(seed, bytes.fromhex(entry), j.to_bytes(2, "big")) for j in range(weight))


def code_of(hex_hash):
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    number = int(hex_hash[:40], 16)
    text = "".join(alphabet[number >> shift & 31] for shift in range(155, -1, -5))
    return " ".join(text[at : at + 4] for at in range(0, 32, 4))


def instant(text):
    must(isinstance(text, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text), "a time in another form")
    try:
        return calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ"))
    except ValueError:
        raise Refused("a time that does not exist") from None


def comes_at(number):
    return GENESIS + (number - 1) * PERIOD


def size_of(text):
    """How much of a throw it is, in dice; a card counts two. Dice are d6: (or more sides), cards cards:, joined by ;"""
    size = 0
    for part in text.split(";"):
        found = re.fullmatch(r"\s*(?:d(\d{1,3})|cards):(.*)", part)
        must(found, "room: neither dice nor cards")
        values = re.findall(r"[^ ,]+", found[2])
        if found[1]:
            sides = int(found[1])
            must(sides >= 6 and all(v.isdigit() and 1 <= int(v) <= sides for v in values), "room: no such die")
            size += len(values)
        else:
            good = all(re.fullmatch("(A|[2-9]|10|J|Q|K)[SHDC]", value) for value in values)
            must(good and len(set(values)) == len(values), "room: no such card, or one twice")
            size += 2 * len(values)
    return size


# ---- the evening -----------------------------------------------------------------------------------------------------


class Arm:
    def __init__(self, own_hash, rec, draws):
        self.hash, self.rec, self.draws = own_hash, rec, draws
        self.room = None
        self.signature = None
        self.results = []
        self.void = False


class Result:
    def __init__(self, arm, draw, ranking):
        self.arm, self.draw, self.ranking = arm, draw, ranking
        self.claimed, self.absent = {}, set()

    def holders(self):
        """Whoever is among the first n of those who were not passed over."""
        here = [entry for entry in self.ranking if entry not in self.absent]
        return set(here[: self.draw["units"]])

    def called(self):
        return self.holders() - set(self.claimed)


class Evening:
    def __init__(self, plan, weights):
        self.plan, self.weights = plan, weights
        self.draws = {}
        for draw in plan["draws"]:
            must(draw["id"] not in self.draws, "two prizes of the plan share an id")
            self.draws[draw["id"]] = draw
        self.lock = None
        self.lock_hash = None
        self.arms, self.results = {}, {}
        self.links_used = 0
        self.closed = False
        self.clock = 0

    def take(self, own_hash, rec):
        must(not self.closed, "a record after the close")
        now = instant(rec["t"])
        must(now >= self.clock, "a record is older than the one before it")
        self.clock = now
        kind = rec["type"]
        must((kind == "open") == (rec["i"] == 0), "the log must begin with open, once")
        must(kind in ("open", "lock") or self.lock, "nothing happens before the lock")
        getattr(self, "on_" + kind)(own_hash, rec)

    def on_open(self, _, rec):
        must(rec["v"] == "hat/1", "another protocol")
        must(rec["plan"] == tagged("hat1/plan", self.plan), "plan: its hash is not the one in the log")
        must(rec["event"] == self.plan["event"], "plan: it is of another event")

    def on_lock(self, own_hash, rec):
        must(self.lock is None, "a second lock")
        leaves = [bytes.fromhex(entry) + weight.to_bytes(2, "big") for entry, weight in self.weights.items()]
        must(rec["root"] == root_of(leaves).hex(), "list: its root is not the one in the lock")
        must(rec["count"] == len(self.weights), "list: its count is not the one in the lock")
        must(rec["weight"] == sum(self.weights.values()), "list: its weight is not the one in the lock")
        must(rec["left_out"] == self.plan["left_out"], "list: others were left out than the plan says")
        if "chain" in rec:
            must(set(rec["chain"]) == {"n", "tip"} and HEX.fullmatch(rec["chain"]["tip"]), "a chain in another form")
        self.lock, self.lock_hash = rec, own_hash

    def on_arm(self, own_hash, rec):
        must(rec["lock"] == self.lock_hash, "arm: of another lock")
        must(rec["draws"], "arm: without a draw")
        draws = []
        for one in rec["draws"]:
            must(set(one) == {"id", "units"} and one["id"] in self.draws, "arm: a draw that is not in the plan")
            draw = self.draws[one["id"]]
            must(draw not in draws and not self.live(one["id"]), "arm: a second try")
            must(one["units"] == draw["units"], "arm: other units than planned")
            must(rec["sources"] == draw["sources"], "arm: other sources than planned")
            draws.append(draw)
        self.check_sources(rec, len(draws))
        self.check_out(rec, draws)
        self.arms[own_hash] = Arm(own_hash, rec, draws)

    def live(self, draw_id):
        return any(not arm.void and draw_id == draw["id"] for arm in self.arms.values() for draw in arm.draws)

    def check_sources(self, rec, length):
        sources = rec["sources"]
        must(sources and len(set(sources)) == len(sources), "arm: sources must be named once")
        must(set(sources) <= {"chain", "room", "beacon"}, "arm: an unknown source")
        must(set(sources) != {"chain"}, "arm: a chain alone is the organiser's own choice")
        must(("chain" in sources) == ("link" in rec), "arm: link and chain belong together")
        must(("beacon" in sources) == ("beacon" in rec), "arm: beacon and its round belong together")
        if "link" in rec:
            must("chain" in self.lock, "arm: no chain stands in the lock")
            must(rec["link"] == self.links_used + 1, "arm: the chain's links are used in order")
            self.links_used += length
            must(self.links_used <= self.lock["chain"]["n"], "arm: the chain is shorter than that")
        if "beacon" in rec:
            must(set(rec["beacon"]) == {"chain", "round"}, "arm: a beacon in another form")
            must(rec["beacon"]["chain"] == QUICKNET, "arm: another beacon")
            must(comes_at(rec["beacon"]["round"]) >= instant(rec["t"]) + 10, "arm: the beacon's round was already near or past")

    def check_out(self, rec, draws):
        out = dict(rec["out"])
        must(len(out) == len(rec["out"]) and list(out) == sorted(out), "out: sorted, everybody once")
        must(set(out) <= set(self.weights), "out: somebody who is not in the list")
        winners = self.winners()
        called = {entry for result in self.results.values() for entry in result.holders()}
        for entry, reason in out.items():
            if reason == "won_before":
                must(entry in winners | called, "out: somebody who has not won before")
        if all(draw["one_each"] for draw in draws):
            missing = winners - set(out)
            must(not missing, "out: somebody who won before is missing")

    def winners(self):
        return {entry for result in self.results.values() if not result.arm.void for entry in result.claimed}

    def arm_of(self, rec):
        must(rec["arm"] in self.arms, "of an arm that is not in the log")
        arm = self.arms[rec["arm"]]
        must(not arm.void, "a void arm goes no further")
        return arm

    def on_room(self, _, rec):
        arm = self.arm_of(rec)
        must("room" in arm.rec["sources"], "room: the arm asks for no throw")
        must(arm.room is None, "room: a second throw")
        must(not arm.results, "room: after the result")
        must(ROOM.fullmatch(rec["text"]), "room: other characters than agreed")
        must(size_of(rec["text"]) >= 16, "room: fewer than 16 dice or 8 cards")
        arm.room = rec["text"].encode()

    def on_result(self, own_hash, rec):
        arm = self.arm_of(rec)
        must(rec["index"] == len(arm.results) < len(arm.draws), "result: out of order")
        self.bring(arm, rec, rec.get("reveal"), rec["index"])
        seed = self.seed_of(arm, rec["index"], rec.get("reveal"))
        must(rec["seed"] == seed.hex(), "result: the seed does not follow")
        draw = arm.draws[rec["index"]]
        everybody = [entry for _, entry in sorted((key_of(seed, e, w), e) for e, w in self.weights.items())]
        first = rec["first"]
        must(len(first) >= min(draw["units"], len(everybody)), "result: fewer named than there are units")
        must(first == everybody[: len(first)], "result: the ranking does not follow")
        out = {entry for entry, _ in arm.rec["out"]}
        if draw["one_each"]:
            out |= {entry for earlier in arm.results for entry in earlier.holders()}
        result = Result(arm, draw, [entry for entry in everybody if entry not in out])
        arm.results.append(result)
        self.results[own_hash] = result

    def bring(self, arm, rec, reveal, index):
        must(("chain" in arm.rec["sources"]) == (reveal is not None), "reveal: as the sources say")
        must(("beacon" in arm.rec["sources"]) == ("signature" in rec), "signature: as the sources say")
        if reveal is not None:
            self.follows_tip(arm, index, reveal)
        if "signature" in rec:
            self.take_signature(arm, rec)

    def follows_tip(self, arm, index, reveal):
        must(HEX.fullmatch(reveal), "reveal: not 64 small hex characters")
        link = bytes.fromhex(reveal)
        for _ in range(arm.rec["link"] + index):
            link = sha(b"hat1/chain\0", link)
        must(link.hex() == self.lock["chain"]["tip"], "reveal: it does not lead to the tip")

    def take_signature(self, arm, rec):
        must(SIGNATURE.fullmatch(rec["signature"]), "signature: not 96 small hex characters")
        must(instant(rec["t"]) >= comes_at(arm.rec["beacon"]["round"]), "signature: before its round")
        must(arm.signature in (None, rec["signature"]), "signature: another one than before")
        arm.signature = rec["signature"]

    def seed_of(self, arm, index, reveal):
        message = b"hat1/seed\0" + bytes.fromhex(arm.hash)
        for source in arm.rec["sources"]:
            if source == "room":
                must(arm.room is not None, "result: before the throw")
                message += b"\1" + len(arm.room).to_bytes(4, "big") + arm.room
            if source == "beacon":
                message += b"\2" + (48).to_bytes(4, "big") + bytes.fromhex(arm.signature)
        return mac(bytes.fromhex(reveal or ZERO), message + index.to_bytes(2, "big"))

    def on_claim(self, _, rec):
        result = self.result_of(rec)
        must(rec["entry"] in result.called(), "claim: somebody who was not called")
        must(1 <= rec["unit"] <= result.draw["units"], "claim: a unit that does not exist")
        must(rec["unit"] not in result.claimed.values(), "claim: a unit that is taken")
        opened = rec["open"]
        must(set(opened) == {"label", "n", "salt", "tags"}, "claim: an entry in another form")
        must(re.fullmatch("[0-9a-f]{32}", opened["salt"]), "claim: a salt in another form")
        must(opened["tags"] == sorted(set(opened["tags"])), "claim: tags must be sorted")
        must(tagged("hat1/entry", opened) == rec["entry"], "claim: the entry opened is another one")
        barred = set(result.draw.get("exclude", []))
        must(not barred & set(opened["tags"]), "claim: somebody the plan leaves out of this prize")
        result.claimed[rec["entry"]] = rec["unit"]

    def on_absent(self, _, rec):
        result = self.result_of(rec)
        must(rec["entry"] in result.called(), "absent: somebody who was not called")
        must(rec["called"] >= 1, "absent: nobody called them")
        result.absent.add(rec["entry"])

    def result_of(self, rec):
        must(rec["result"] in self.results, "of a result that is not in the log")
        result = self.results[rec["result"]]
        must(not result.arm.void, "a void arm goes no further")
        return result

    def on_void(self, _, rec):
        arm = self.arm_of(rec)
        must(rec["reason"], "void: without a reason")
        left = range(len(arm.results), len(arm.draws))
        must(len(left) > 0, "void: it was drawn already")
        if "chain" in arm.rec["sources"]:
            must(len(rec["reveal"]) == len(left), "void: it must reveal what it would have been")
            for index, reveal in zip(left, rec["reveal"]):
                self.follows_tip(arm, index, reveal)
        else:
            must(rec["reveal"] == [], "void: there is no chain to reveal")
        if "beacon" in arm.rec["sources"] and instant(rec["t"]) >= comes_at(arm.rec["beacon"]["round"]):
            must("signature" in rec, "void: after its round it must show the beacon")
        if "signature" in rec:
            must("beacon" in arm.rec["sources"], "void: a signature although there is no beacon")
            self.take_signature(arm, rec)
        arm.void = True

    def on_close(self, _, rec):
        over = all(arm.void or len(arm.results) == len(arm.draws) for arm in self.arms.values())
        must(over, "close: something was still to be drawn")
        self.closed = True


# ---- the file --------------------------------------------------------------------------------------------------------


def once(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable("a key stands twice")
    return found


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return parse(file.read())
    except OSError as error:
        raise Unreadable(str(error)) from None


def parse(text):
    try:
        bundle = json.loads(text, object_pairs_hook=once)
    except ValueError as error:
        raise Unreadable(str(error)) from None
    if not isinstance(bundle, dict):
        raise Unreadable("not a bundle")
    return bundle


def weights_of(lines):
    weights = {}
    last = ""
    for line in lines:
        found = re.fullmatch(r"([0-9a-f]{64}) ([1-9][0-9]?)", line)
        must(found and int(found[2]) <= 64, "list: a line in another form")
        must(found[1] > last, "list: sorted, everybody once")
        last = found[1]
        weights[last] = int(found[2])
    return weights


def check(bundle):
    must(set(bundle) == {"protocol", "plan", "list", "log", "head"}, "bundle: other fields than agreed")
    must(bundle["protocol"] == "hat/1", "another protocol")
    evening = Evening(bundle["plan"], weights_of(bundle["list"]))
    previous = ZERO
    must(bundle["log"], "log: empty")
    for i, line in enumerate(bundle["log"]):
        must(set(line) == {"hash", "rec"}, f"record {i}: other fields than agreed")
        rec = line["rec"]
        must(rec.get("type") in FIELDS, f"record {i}: an unknown type")
        needed, allowed = FIELDS[rec["type"]]
        own = set(rec) - {"type", "i", "prev", "t"}
        must({"i", "prev", "t"} <= set(rec) and needed <= own <= needed | allowed, f"record {i}: unknown fields")
        must(rec["i"] == i, f"record {i}: a gap")
        must(rec["prev"] == previous, f"record {i}: it does not follow the one before")
        previous = tagged("hat1/rec", rec)
        must(line["hash"] == previous, f"record {i}: its hash is not its own")
        try:
            evening.take(previous, rec)
        except Refused as refused:
            raise Refused(f"record {i} ({rec['type']}): {refused}") from None
    must(bundle["head"] == previous, "head: it is not the last record's")
    return evening, previous


def judge(bring):
    """The exit code and what to say about the bundle that `bring` answers."""
    try:
        evening, head = check(bring())
    except Unreadable as error:
        return 2, f"can't read it: {error}"
    except Refused as refused:
        return 1, f"refused: {refused}"
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
        return 1, f"refused: a value in another form ({error!r})"
    said = f"follows: {len(evening.weights)} in the hat, {len(evening.winners())} won, head {code_of(head)}"
    signed = sum(arm.signature is not None for arm in evening.arms.values())
    if signed:
        said += f"; not checked here: the curve of {signed} beacon signature(s), only that their bytes make the seed"
    return 0, said


def main(argument):
    if argument == "--lines":
        for line in sys.stdin:
            code, said = judge(lambda text=line: parse(text))
            print(code, said, flush=True)
        return 0
    code, said = judge(lambda: read(argument))
    print(said)
    return code


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print("usage: python3 hat1.py bundle.json", file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1]))
