package io.tummler.brand;

import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Which tasks a member did. What they earned stands in the ledger and stays there. */
@ApplicationScoped
class TaskHolding implements Holding {
    private final Board board;

    TaskHolding(Board board) {
        this.board = board;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        int done = board.doneBy(member).size();
        return Message.of(done == 0 ? new Says.NoTaskDone() : new Says.TasksDone(done));
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        return board.doneBy(member).stream()
                .map(it -> Map.<String, Object>of("brand", it.brand, "task", it.task, "at", it.at.toString()))
                .toList();
    }

    @Override
    public void forget(MemberId member) {
        board.forget(member);
    }
}
