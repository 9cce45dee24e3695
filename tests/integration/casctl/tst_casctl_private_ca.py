#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private CA by command line: what it makes holds before other programs, what it must refuse it
refuses."""
import re
import sqlite3
import threading

import console
from console import tool

ALGORITHMS = ["rsa-2048", "rsa-3072", "rsa-4096", "ec-p256", "ec-p384", "ec-p521", "ed25519"]


class PrivateCa(console.ConsoleTest):
    def verify(self, root, sub, leaf, *extra):
        return tool("openssl", "verify", "-x509_strict", "-CAfile", root, "-untrusted", sub, *extra,
                    leaf)

    def test_every_algorithm_makes_a_chain_that_openssl_accepts(self):
        for algorithm in ALGORITHMS:
            with self.subTest(algorithm):
                root = self.root(f"Root {algorithm}", "ec-p256" if "rsa-4" in algorithm else algorithm)
                sub = self.sub(root, f"Sub {algorithm}", algorithm)
                leaf = self.issue(sub, "www.example.test", "--key", algorithm)
                self.assertEqual(leaf["key_algorithm"], algorithm)
                self.verify(self.ca_pem(root, "root.pem"), self.ca_pem(sub, "sub.pem"),
                            self.pem(leaf["id"]), "-purpose", "sslserver", "-verify_hostname",
                            "www.example.test")

    def test_issue_answers_with_what_is_in_the_certificate(self):
        sub = self.sub(self.root())
        made = self.issue(sub, "www.example.test", "--san",
                          "DNS:www.example.test,IP:192.0.2.7,EMAIL:a@example.test,"
                          "URI:https://example.test/x", days=30)
        text = tool("openssl", "x509", "-in", self.pem(made["id"]), "-noout", "-text", "-serial",
                    "-enddate")
        self.assertIn(f"serial={made['serial']}", text)
        self.assertIn("CA:FALSE", text)
        self.assertIn("TLS Web Server Authentication", text)
        self.assertIn("DNS:www.example.test, IP Address:192.0.2.7, email:a@example.test, "
                      "URI:https://example.test/x", text)
        self.assertEqual(made["sans"], ["www.example.test", "192.0.2.7", "a@example.test",
                                        "https://example.test/x"])
        self.assertEqual(made["status"], "Issued")
        self.assertRegex(made["not_after"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertEqual(len(made["serial"]) % 2, 0)

    def test_certtool_reads_and_verifies_the_chain(self):
        root = self.root()
        sub = self.sub(root)
        leaf = self.issue(sub, "www.example.test")
        bundle = self.file("chain.pem", self.pem(leaf["id"]).read_bytes()
                           + b"")  # leaf and issuers stand in the export already
        report = tool("certtool", "--verify", "--load-ca-certificate", self.ca_pem(root, "root.pem"),
                      "--infile", bundle)
        self.assertIn("Chain verification output: Verified", report)

    def test_client_certificates_are_for_clients_only(self):
        root = self.root()
        sub = self.sub(root)
        leaf = self.issue(sub, "Li Wei", "--login-account", "li.wei", kind="client")
        pem = self.pem(leaf["id"])
        args = (self.ca_pem(root, "root.pem"), self.ca_pem(sub, "sub.pem"), pem)
        self.verify(*args, "-purpose", "sslclient")
        status, _ = tool("openssl", "verify", "-CAfile", args[0], "-untrusted", args[1], "-purpose",
                         "sslserver", pem, check=False)
        self.assertNotEqual(status, 0)
        self.assertIn("li.wei", tool("openssl", "x509", "-in", pem, "-noout", "-subject"))

    def test_a_request_keeps_its_key_here_and_its_names(self):
        sub = self.sub(self.root())
        key, csr = self.dir / "own.key", self.dir / "own.csr"
        tool("openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", csr,
             "-subj", "/CN=own.example.test", "-addext",
             "subjectAltName=DNS:own.example.test,DNS:alt.example.test")
        made = self.issue(sub, "own.example.test", "--csr", csr)
        self.assertEqual(made["sans"], ["own.example.test", "alt.example.test"])
        self.assertEqual(tool("openssl", "x509", "-in", self.pem(made["id"]), "-noout", "-pubkey"),
                         tool("openssl", "pkey", "-in", key, "-pubout"))
        self.refused(3, "input.key.none", "cert", "export", made["id"], "--format", "pfx", "--out",
                     self.dir / "x.pfx", "--export-passphrase-file", self.export_passphrase)

    def test_bad_requests_are_refused(self):
        sub = self.sub(self.root())
        def issue_with(path):
            return ("ca", "issue", "--ca", sub, "--type", "server", "--cn", "a.test", "--days", "9",
                    "--csr", path)
        weak = self.dir / "weak.csr"
        tool("openssl", "req", "-new", "-newkey", "rsa:1024", "-nodes", "-keyout",
             self.dir / "weak.key", "-out", weak, "-subj", "/CN=a.test")
        self.refused(3, "input.key.weak", *issue_with(weak))
        good = self.dir / "good.csr"
        tool("openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout",
             self.dir / "good.key", "-outform", "DER", "-out", good, "-subj", "/CN=a.test")
        damaged = bytearray(good.read_bytes())
        damaged[-1] ^= 1
        self.refused(3, "input.csr.signature",
                     *issue_with(self.file("bad.csr", bytes(damaged))), field="csr")
        self.refused(3, "input.csr.invalid", *issue_with(self.file("no.csr", b"hello")),
                     field="csr")
        pem = tool("openssl", "req", "-inform", "DER", "-in", good)
        self.refused(3, "input.csr.several", *issue_with(self.file("two.csr", pem + pem)),
                     field="csr")
        before = self.ok("ca", "certs", "--ca", sub)["total"]
        self.assertEqual(before, 0)

    def test_only_reasons_that_people_give_can_be_given(self):
        root = self.root()
        sub = self.sub(root)
        leaf = self.issue(sub, "www.example.test")
        def revoke(ca, serial, reason):
            return ("ca", "revoke", "--ca", ca, "--serial", serial, "--reason", reason)
        for reason in ("removeFromCRL", "certificateHold", "aACompromise", "cACompromise",
                       "boredom"):
            with self.subTest(reason):
                answer = self.refused(3, "input.invalid", *revoke(sub, leaf["serial"], reason),
                                      field="reason")
                self.assertIn("keyCompromise", answer.json["error"]["message"])
        self.assertEqual(self.ok("ca", "certs", "--ca", sub)["items"][0]["status"], "Issued")
        for reason in ("unspecified", "keyCompromise", "affiliationChanged", "superseded",
                       "cessationOfOperation", "privilegeWithdrawn"):
            made = self.issue(sub, "www.example.test")
            self.assertEqual(self.ok(*revoke(sub, made["serial"], reason))["reason"], reason)
        below = self.ok("ca", "certs", "--ca", root)["items"][0]["serial"]
        self.assertEqual(self.ok(*revoke(root, below, "cACompromise"))["reason"], "caCompromise")

    def test_a_constraint_without_a_name_is_not_left_out(self):
        root = self.root()
        for option in ("permit-dns", "exclude-dns", "permit-ip", "exclude-ip"):
            for text in ("", ",", " ", "example.test,", ",192.0.2.0/24"):
                with self.subTest(f"{option} '{text}'"):
                    self.refused(3, "input.invalid", "ca", "create-sub", "--parent", root, "--name",
                                 "Bound", "--subject", "CN=Bound", "--years", 5, f"--{option}",
                                 text, field=option.replace("-", "_"))
        self.assertEqual(self.ok("ca", "list")["total"], 1)

    def test_names_and_validity_are_checked(self):
        sub = self.sub(self.root())
        base = ("ca", "issue", "--ca", sub, "--type", "server", "--days")
        eleven = ",".join(f"DNS:a{i}.test" for i in range(11))
        self.refused(3, "input.san.too-many", *base, 9, "--cn", "a0.test", "--san", eleven,
                     field="san")
        self.refused(3, "input.san.dns", *base, 9, "--cn", "a.test", "--san", "DNS:a_b.test")
        self.refused(3, "input.san.ip", *base, 9, "--cn", "a.test", "--san", "IP:1.2.3.4.5")
        self.refused(3, "input.san.email", *base, 9, "--cn", "a.test", "--san", "EMAIL:nobody")
        self.refused(3, "input.cn.invalid", *base, 9, "--cn", "x" * 65)
        self.refused(3, "input.validity.issuer", *base, 3000, "--cn", "a.test", field="days")
        self.refused(3, "input.validity.invalid", *base, 0, "--cn", "a.test")
        self.refused(3, "input.key.algorithm", *base, 9, "--cn", "a.test", "--key", "sm2")

    def test_ten_names_are_accepted(self):
        sub = self.sub(self.root())
        ten = [f"a{i}.test" for i in range(10)]
        made = self.issue(sub, "a0.test", "--san", ",".join("DNS:" + name for name in ten))
        self.assertEqual(made["sans"], ten)

    def test_path_length_years_and_names_of_cas_are_checked(self):
        root = self.root(years=3)
        sub = self.sub(root, years=2)
        create = ("ca", "create-sub", "--name", "n", "--subject", "CN=n", "--years")
        self.refused(3, "input.path-length", *create, 1, "--parent", sub, field="path_length")
        self.refused(3, "input.validity.issuer", *create, 9, "--parent", root, field="years")
        self.refused(3, "input.range", *create, 31, "--parent", root, field="years")
        self.refused(3, "input.name.taken", "ca", "create-root", "--name", "Test Root", "--subject",
                     "CN=y", "--years", 1, field="name")
        self.refused(3, "input.country.invalid", "ca", "create-root", "--name", "c", "--subject",
                     "CN=y, C=China", "--years", 1)
        self.assertEqual(self.ok("ca", "list")["total"], 2)

    def test_name_constraints_hold(self):
        root = self.root()
        sub = self.sub(root, "Constrained", "ec-p256", 5, "--permit-dns", "example.test")
        self.refused(3, "input.san.constraint", "ca", "issue", "--ca", sub, "--type", "server",
                     "--cn", "www.other.test", "--days", 9)
        leaf = self.issue(sub, "www.example.test")
        self.verify(self.ca_pem(root, "root.pem"), self.ca_pem(sub, "sub.pem"),
                    self.pem(leaf["id"]))

    def test_a_disabled_ca_issues_nothing_and_still_revokes(self):
        sub = self.sub(self.root())
        leaf = self.issue(sub, "a.test")
        self.assertEqual(self.ok("ca", "disable", sub)["status"], "Disabled")
        self.refused(6, "state.ca.disabled", "ca", "issue", "--ca", sub, "--type", "server", "--cn",
                     "b.test", "--days", 9)
        self.ok("ca", "revoke", "--ca", sub, "--serial", leaf["serial"], "--reason", "superseded")
        crl = self.ok("ca", "crl", "--ca", sub, "--out", self.dir / "s.crl")
        self.assertEqual(crl["entries"], 1)
        self.refused(6, "state", "ca", "disable", sub)
        self.ok("ca", "enable", sub)
        self.issue(sub, "b.test")
        changes = self.ok("audit", "query", "--object", sub, "--action",
                          "UpdateCACertificateStatus")["items"]
        self.assertEqual([(change["parameters"]["status"], change["result"]) for change in changes],
                         [("Enabled", "ok"), ("Disabled", "refused"), ("Disabled", "ok")])

    def test_revocation_is_found_by_openssl(self):
        root = self.root()
        sub = self.sub(root)
        leaf = self.issue(sub, "a.test")
        other = self.issue(sub, "b.test")
        answer = self.ok("ca", "revoke", "--ca", sub, "--serial", leaf["serial"].lower(),
                         "--reason", "keyCompromise")
        self.assertEqual((answer["status"], answer["reason"]), ("Revoked", "keyCompromise"))
        self.refused(6, "state.revoked", "ca", "revoke", "--ca", sub, "--serial", leaf["serial"],
                     "--reason", "keyCompromise")
        crls = b""
        for index, ca in enumerate((root, sub)):
            out = self.dir / f"{index}.crl"
            self.ok("ca", "crl", "--ca", ca, "--out", out)
            crls += out.read_bytes()
        bundle = self.file("all.crl", crls)
        common = ("openssl", "verify", "-crl_check_all", "-CAfile", self.ca_pem(root, "root.pem"),
                  "-untrusted", self.ca_pem(sub, "sub.pem"), "-CRLfile", bundle)
        status, text = tool(*common, self.pem(leaf["id"], "revoked.pem"), check=False)
        self.assertNotEqual(status, 0)
        self.assertIn("certificate revoked", text)
        tool(*common, self.pem(other["id"], "good.pem"))
        text = tool("openssl", "crl", "-in", self.dir / "1.crl", "-noout", "-text")
        self.assertIn("Key Compromise", text)
        self.assertIn(leaf["serial"], text)
        numbers = [int(number) for number in re.findall(r"X509v3 CRL Number: \s+(\d+)", text)]
        self.assertEqual(len(numbers), 1)

    def test_revoking_the_certificate_of_a_ca_revokes_the_ca(self):
        root = self.root()
        sub = self.sub(root, "Middle", "ec-p256", 5, "--path-length", 1)
        low = self.sub(sub, "Low", "ec-p256", 4)
        def serial(ca):
            text = tool("openssl", "x509", "-in", self.ca_pem(ca, f"{ca}.pem"), "-noout", "-serial")
            return text.strip().split("=")[1]
        sub_serial, low_serial = serial(sub), serial(low)
        revoke = ("ca", "revoke", "--reason", "keyCompromise", "--ca")
        self.refused(6, "state.ca.subordinates", *revoke, root, "--serial", sub_serial)
        self.assertEqual(self.ok("ca", "show", sub)["status"], "Enabled")
        self.ok(*revoke, sub, "--serial", low_serial)
        self.assertEqual(self.ok("ca", "show", low)["status"], "Revoked")
        self.ok(*revoke, root, "--serial", sub_serial)
        self.assertEqual(self.ok("ca", "show", sub)["status"], "Revoked")
        self.refused(6, "state.revoked", *revoke, root, "--serial", sub_serial)
        for ca in (sub, low):
            self.refused(6, "state.ca.revoked", "ca", "issue", "--ca", ca, "--type", "server",
                         "--cn", "a.test", "--days", 9)
            self.refused(6, "state.ca.revoked", "ca", "create-sub", "--parent", ca, "--name", "n",
                         "--subject", "CN=n", "--years", 1)
            self.refused(6, "state", "ca", "enable", ca)
        self.ok("ca", "crl", "--ca", root, "--out", self.dir / "root.crl")
        self.assertIn(sub_serial, tool("openssl", "crl", "-in", self.dir / "root.crl", "-noout",
                                       "-text"))
        self.assertEqual(self.ok("store", "check")["status"], "ok")

    def test_crl_numbers_only_grow(self):
        sub = self.sub(self.root())
        seen = []
        for index in range(3):
            leaf = self.issue(sub, f"a{index}.test")
            self.ok("ca", "revoke", "--ca", sub, "--serial", leaf["serial"], "--reason",
                    "unspecified")
            seen.append(self.ok("ca", "crl", "--ca", sub, "--out", self.dir / "x.crl")["number"])
        self.assertEqual(seen, sorted(set(seen)))

    def test_pages_cover_everything_exactly_once(self):
        sub = self.sub(self.root())
        made = {self.issue(sub, f"host-{i:02}.test")["id"] for i in range(25)}
        seen, cursor = [], None
        while True:
            page = self.ok("ca", "certs", "--ca", sub, "--limit", 7,
                           *(["--after", cursor] if cursor else []))
            self.assertEqual(page["total"], 25)
            seen += [item["id"] for item in page["items"]]
            cursor = page["next"]
            if not cursor:
                break
        self.assertEqual(len(seen), 25)
        self.assertEqual(set(seen), made)
        self.refused(3, "input.invalid", "ca", "certs", "--ca", sub, "--after", "garbage")

    def test_the_list_searches_sorts_and_filters(self):
        sub = self.sub(self.root())
        for name in ("beta.test", "alpha.test", "gamma.test"):
            self.issue(sub, name)
        names = [item["common_name"] for item in
                 self.ok("cert", "list", "--search", ".test", "--sort", "name")["items"]]
        self.assertEqual(names, ["alpha.test", "beta.test", "gamma.test"])
        self.assertEqual(self.ok("cert", "list", "--search", "amm")["total"], 1)
        self.assertEqual(self.ok("cert", "list", "--search", "mm")["total"], 1)
        self.assertEqual(self.ok("cert", "list", "--status", "about-to-expire")["total"], 0)
        self.issue(sub, "soon.test", days=20)
        self.assertEqual(self.ok("cert", "list", "--search", "soon", "--status",
                                 "Issued")["total"], 1)
        serial = self.ok("cert", "list", "--search", "alpha")["items"][0]["serial"]
        self.assertEqual(self.ok("cert", "list", "--search", serial)["total"], 1)

    def test_living_certificates_are_not_deleted_revoked_ones_are(self):
        sub = self.sub(self.root())
        leaf = self.issue(sub, "a.test")
        self.refused(6, "state", "cert", "delete", leaf["id"])
        self.ok("ca", "revoke", "--ca", sub, "--serial", leaf["serial"], "--reason", "superseded")
        before = self.ok("cert", "list")["total"]
        self.ok("cert", "delete", leaf["id"])
        self.assertEqual(self.ok("cert", "list")["total"], before - 1)
        self.assertEqual(self.ok("ca", "crl", "--ca", sub, "--out", self.dir / "x.crl")["entries"],
                         1)
        self.ok("store", "check")

    def test_a_list_that_cannot_be_made_is_said_and_the_revocation_stands(self):
        sub = self.sub(self.root())
        gone, broken = self.issue(sub, "a.test"), self.issue(sub, "b.test")
        db = sqlite3.connect(self.store)
        with db: # somebody else's hand: no list is signed over a row that is not ours
            db.execute("UPDATE issuance SET serial = ? WHERE serial = ?",
                       (b"\x01" * 16, bytes.fromhex(broken["serial"])))
        db.close()
        answer = self.run_casctl("ca", "revoke", "--ca", sub, "--serial", gone["serial"],
                                 "--reason", "superseded", "--note", "moved")
        self.assertEqual((answer.status, answer.json["status"]), (0, "Revoked"), answer.text)
        self.assertEqual((answer.json["crl_number"], answer.json["crl_error"]), (1, "store.seal"))
        self.assertIn("the CRL could not be made and is tried again", answer.errors)

    def test_parallel_issuing_by_several_processes_loses_nothing(self):
        sub = self.sub(self.root())
        failures = []
        def work(worker):
            for index in range(5):
                answer = self.run_casctl("ca", "issue", "--ca", sub, "--type", "server", "--cn",
                                         f"w{worker}-{index}.test", "--days", "30")
                if answer.status != 0:
                    failures.append(answer.text + answer.errors)
        threads = [threading.Thread(target=work, args=(worker,)) for worker in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])
        items = self.ok("ca", "certs", "--ca", sub)["items"]
        self.assertEqual(len({item["serial"] for item in items}), 20)
        self.assertEqual(self.ok("ca", "show", sub)["issued"], 20)
        self.assertEqual(self.ok("store", "check")["status"], "ok")


class Unmetered(console.ConsoleTest):
    def test_nothing_is_limited_until_a_quota_was_assigned(self):
        root = self.root()
        sub = self.sub(root)
        self.issue(sub, "a.test")
        self.assertIsNone(self.ok("ca", "show", sub)["rest"])
        self.ok("ca", "quota", "assign", "--ca", root, "--to", sub, "--count", 1)
        self.issue(sub, "b.test")
        self.refused(3, "quota.exhausted", "ca", "issue", "--ca", sub, "--type", "server", "--cn",
                     "c.test", "--days", 9)


class Metered(console.ConsoleTest):
    metered = True

    def test_quota_is_bought_assigned_and_used(self):
        root = self.root()
        sub = self.sub(root)
        issue = ("ca", "issue", "--ca", sub, "--type", "server", "--cn", "a.test", "--days", 9)
        self.refused(3, "quota.exhausted", *issue)
        before = self.ok("ca", "show", root)["rest"]
        self.ok("ca", "quota", "buy", "--ca", root, "--count", 5)
        self.assertEqual(self.ok("ca", "show", root)["rest"], before + 5)
        self.refused(3, "quota.too-few", "ca", "quota", "assign", "--ca", root, "--to", sub,
                     "--count", before + 100)
        self.refused(3, "input.range", "ca", "quota", "buy", "--ca", root, "--count", 1001)
        self.refused(3, "input.range", "ca", "quota", "buy", "--ca", root, "--count", 0)
        self.ok("ca", "quota", "assign", "--ca", root, "--to", sub, "--count", 3)
        for index in range(3):
            self.issue(sub, f"a{index}.test", days=9)
        self.refused(3, "quota.exhausted", *issue)
        self.ok("ca", "quota", "assign", "--ca", root, "--to", sub, "--count", 2)
        self.ok("ca", "quota", "assign", "--ca", root, "--to", sub, "--count", 0)
        self.assertEqual(self.ok("ca", "show", root)["rest"], before + 5 - 3)
        self.assertEqual(self.ok("store", "check")["status"], "ok")


if __name__ == "__main__":
    console.main()
