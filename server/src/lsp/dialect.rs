//! Where the types of tower-lsp 0.20 (lsp-types 0.94) and the protocol disagree, put right before anything is read.

use serde_json::Value;
use tower_lsp::jsonrpc::Request;

/// The greeting as lsp-types reads it. The protocol's `workspace.diagnostics` is called `workspace.diagnostic` there.
pub(super) fn greeting(request: Request) -> Request {
    let (method, id, params) = request.into_parts();
    let mut greeting = Request::build(method);
    if let Some(id) = id {
        greeting = greeting.id(id);
    }
    if let Some(mut params) = params {
        if let Some(Value::Object(workspace)) = params.pointer_mut("/capabilities/workspace")
            && let Some(diagnostics) = workspace.remove("diagnostics")
        {
            workspace.insert("diagnostic".to_owned(), diagnostics);
        }
        greeting = greeting.params(params);
    }
    greeting.finish()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_greeting_is_read_as_the_protocol_writes_it() {
        let params =
            json!({"capabilities": {"workspace": {"diagnostics": {"refreshSupport": true}}}});
        let request = Request::build("initialize").id(1).params(params).finish();
        let greeting = greeting(request);
        assert_eq!(greeting.id(), Some(&1.into()));
        let read = &greeting.params().unwrap()["capabilities"]["workspace"];
        assert_eq!(read, &json!({"diagnostic": {"refreshSupport": true}}));
    }
}
