"""The programme of a province: its settings, its rounds, its decisions on doubtful values of the law."""
