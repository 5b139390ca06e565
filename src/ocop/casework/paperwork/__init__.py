"""The papers of a meeting in one chain: score sheets to notices, in one press and one archive."""
