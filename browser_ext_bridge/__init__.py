"""What brings postlint to where people write: the bridge, its desk and the browser extension."""
