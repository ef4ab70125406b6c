package io.tummler.matching;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many members can be served at most, as OR-tools says.
 *
 * @param served what whole circles are known to serve, or parts of circles would
 * @param atMost what nothing can surpass
 */
record Optimum(double served, double atMost) {
    /** Whole circles, by CP-SAT, for so long. */
    static Optimum whole(List<Circle> circles, int seconds) {
        return solve("SAT", circles, seconds);
    }

    /** The linear relaxation, which parts of circles may fill: no packing serves more. */
    static Optimum relaxed(List<Circle> circles) {
        return solve("GLOP", circles, 120);
    }

    private static Optimum solve(String name, List<Circle> circles, int seconds) {
        Loader.loadNativeLibraries();
        MPSolver solver = MPSolver.createSolver(name);
        solver.setTimeLimit(seconds * 1_000L);
        MPObjective most = solver.objective();
        most.setMaximization();
        Map<Integer, MPConstraint> once = new TreeMap<>();
        for (Circle circle : circles) {
            MPVariable taken = solver.makeVar(0, 1, name.equals("SAT"), "");
            most.setCoefficient(taken, circle.size());
            for (int i = 0; i < circle.size(); i++)
                once.computeIfAbsent(circle.member(i), _ -> solver.makeConstraint(0, 1))
                        .setCoefficient(taken, 1);
        }
        ResultStatus status = solver.solve();
        boolean isKnown = status == ResultStatus.OPTIMAL;
        if (!isKnown && status != ResultStatus.FEASIBLE) throw new IllegalStateException(name + ": " + status);
        return new Optimum(most.value(), isKnown ? most.value() : most.bestBound());
    }
}
