// Stands in for the gateway's checkout script: new Razorpay(options).open().
(function () {
  'use strict';
  var base = new URL(document.currentScript.src).origin;

  function Razorpay(options) {
    this.options = options;
    this.listeners = {};
  }

  Razorpay.prototype.on = function (event, listener) {
    this.listeners[event] = listener;
  };

  Razorpay.prototype.open = function () {
    var o = this.options;
    var query = new URLSearchParams({
      key_id: o.key || '',
      order_id: o.order_id || '',
      name: o.name || '',
      description: o.description || ''
    });
    if (o.callback_url) {
      query.set('callback_url', o.callback_url);
      query.set('cancel_url', o.cancel_url || location.href);
      location.assign(base + '/checkout?' + query);
    } else {
      query.set('embedded', '1');
      this.frame(base + '/checkout?' + query);
    }
  };

  Razorpay.prototype.close = function () {
    if (this.overlay) {
      this.overlay.remove();
      window.removeEventListener('message', this.hear);
      this.overlay = null;
    }
  };

  Razorpay.prototype.frame = function (address) {
    var self = this;
    var options = this.options;
    this.overlay = document.createElement('iframe');
    this.overlay.src = address;
    this.overlay.title = 'Payment';
    this.overlay.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0;z-index:2147483647;background:#14213d99';
    this.hear = function (message) {
      if (message.origin !== base || !message.data || !message.data.razorpay) {
        return;
      }
      self.close();
      if (message.data.razorpay === 'success' && options.handler) {
        options.handler(message.data.values);
      } else if (message.data.razorpay === 'dismissed' && options.modal && options.modal.ondismiss) {
        options.modal.ondismiss();
      }
    };
    window.addEventListener('message', this.hear);
    document.body.appendChild(this.overlay);
  };

  window.Razorpay = Razorpay;
})();
