//go:build !unix

package store

// syncFolder does nothing here: the system writes names through by itself.
func syncFolder(string) error { return nil }

func isReadOnlySystem(error) bool { return false }
