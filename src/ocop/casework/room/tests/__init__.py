"""Tests of score sheets without network."""
