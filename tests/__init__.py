"""Tests of Dangol; the folders mirror `src`."""
