"""The corpus: 74 cases from other people's loyalty programmes, as policies with the figures that must come out."""
