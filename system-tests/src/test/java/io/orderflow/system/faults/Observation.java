package io.orderflow.system.faults;

import io.orderflow.system.faults.Findings.Harm;

/**
 * What came of a fault.
 *
 * @param mode in which the services ran
 * @param fault what was broken, and how often
 * @param acknowledged commands that were acknowledged
 * @param unknown commands of which the caller did not know what became, when it gave up
 * @param staleness the longest time between an acknowledgement and its being seen, in milliseconds
 * @param recovery the longest time between the begin of the mending and a new command's being seen, in milliseconds
 * @param slowestAnswer the longest time that a single request took, in milliseconds
 */
record Observation(
        String mode,
        String fault,
        int acknowledged,
        int unknown,
        Findings findings,
        long staleness,
        long recovery,
        long slowestAnswer) {

    @Override
    public String toString() {
        return "| %s | %s | %d | %d | %d | %d | %d | %d | %d ms | %d ms | %d ms |"
                .formatted(
                        mode,
                        fault,
                        acknowledged,
                        unknown,
                        findings.count(Harm.LOST),
                        findings.count(Harm.DUPLICATED),
                        findings.count(Harm.PHANTOM),
                        findings.count(Harm.WRONG),
                        staleness,
                        recovery,
                        slowestAnswer);
    }
}
