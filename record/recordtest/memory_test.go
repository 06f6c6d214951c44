package recordtest_test

import (
	"testing"

	"holdfast/record/recordtest"
)

func TestMemoryKeepsTheContractOfACollection(t *testing.T) {
	recordtest.Run(t, func(*testing.T) recordtest.Records {
		return recordtest.NewMemory(recordtest.SampleSchema())
	})
}
