"""The register that exists: products recognised before this system, as their papers say."""
