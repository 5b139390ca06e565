"""Tests of mergers."""
