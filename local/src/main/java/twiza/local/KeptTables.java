package twiza.local;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.model.ListTablesRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;
import java.nio.file.Path;

/**
 * DynamoDB Local on the disk, which answers a transaction only once it is kept.
 *
 * <p>By itself it leaves the commit to a queue and answers meanwhile: killed in that moment, it
 * would have forgotten what it had promised. The queue is worked off in order, so that a question
 * asked after the commit is answered after it.
 */
class KeptTables extends LocalDynamoDBRequestHandler {

  /** One database in the folder serves every region and credential. */
  KeptTables(Path folder) {
    super(0, false, folder.toString(), true, false);
  }

  @Override
  public TransactWriteItemsResult transactWriteItems(
      String accessKey, String region, TransactWriteItemsRequest request) {
    TransactWriteItemsResult result = super.transactWriteItems(accessKey, region, request);
    listTables(accessKey, region, new ListTablesRequest().withLimit(1));
    return result;
  }
}
