"""Tests of objections."""
